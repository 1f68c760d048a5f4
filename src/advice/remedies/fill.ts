import type {Facts} from '#advice/remedies/types'
import {shellWord} from '#text/shell-word'

/** A template with its placeholders filled; undefined when one of them is unknown. */
export function fill(
  template: string,
  facts: Facts,
  quote: (value: string, name: string) => string,
): string | undefined {
  let known = true
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name]
    if (value === undefined) known = false
    return value === undefined ? '' : quote(value, name)
  })
  return known ? text : undefined
}

/** Facts that are command lines already. */
const LINES = /^(?:osc|program|command|noun|line|\w+_line\d?)$/

/** A command line, its values as the shell must see them. */
export const fillCommand = (template: string, facts: Facts): string | undefined =>
  fill(template, facts, (value, name) => (LINES.test(name) ? value : shellWord(value)))

export const fillSentence = (template: string, facts: Facts): string | undefined =>
  fill(template, facts, (value) => value)
