import {fillCommand, fillSentence} from '#advice/remedies/fill'
import type {Facts, Remedy} from '#advice/remedies/types'

/** How many command lines are given. */
export const MOST_NEXT = 3

/** The failure as far as remedies look at it. */
export interface Symptom {
  code: string
  message: string
  service: string | undefined
  command: string | undefined
}

/** The first remedy that fits and whose cause can be filled in, with its values. */
export function chooseRemedy(
  remedies: readonly Remedy[],
  symptom: Symptom,
  facts: Facts,
): {cause: string; fix: string | undefined; next: readonly string[]} {
  for (const remedy of remedies) {
    const found = match(remedy, symptom)
    if (!found) continue
    const known = {...facts, ...found}
    const cause = fillSentence(remedy.cause ?? '', known)
    if (cause === undefined) continue
    const next = remedy.next.flatMap((template) => fillCommand(template, known)?.trim() ?? [])
    const failed = [facts.osc, facts.program].map((program) => wordsOf(`${program} ${facts.line ?? ''}`))
    const fix = remedy.fix === undefined ? undefined : fillSentence(remedy.fix, known)
    // Not again what has failed, with or without --debug, and no page of help: the command has one anyway.
    const fresh = next.filter((line) => !failed.includes(wordsOf(line)) && !line.endsWith(' --help') && !twice(line))
    return {cause, fix, next: [...new Set(fresh)].slice(0, MOST_NEXT)}
  }
  return {cause: '', fix: undefined, next: []}
}

const wordsOf = (line: string): string => line.trim().split(/\s+/).join(' ')

const twice = (line: string): boolean => line.split(' ').filter((word) => word === '--debug').length > 1

/** What the named groups of the message found; undefined where the remedy is for something else. */
function match({when}: Remedy, {code, message, service, command = ''}: Symptom): Facts | undefined {
  const codes: readonly string[] = typeof when.code === 'string' ? [when.code] : when.code
  const fits =
    codes.includes(code) &&
    (when.service === undefined || when.service === service) &&
    (when.command === undefined || `${command} `.startsWith(`${when.command} `))
  if (!fits) return undefined
  if (when.message === undefined) return {}
  const found = new RegExp(when.message, 'i').exec(message)
  return found ? {...found.groups} : undefined
}
