import type {ReferenceOption} from '../../test/reference/read.ts'
import {type Entry, isBeside, switchOf} from './body.ts'
import {kindOf, longName} from './flags.ts'
import {member} from './names.ts'
import type {Style} from './style.ts'

/** Options of a list that are not a filter. */
const OTHERS = ['long', 'max-items']

/** The query of a list, and the options that the SDK does not explain. */
export function queryOf(options: readonly ReferenceOption[], style: Style): {entries: Entry[]; unknown: string[]} {
  const entries: Entry[] = []
  const unknown: string[] = []
  const names = options.map(longName)
  for (const option of options) {
    const name = longName(option)
    if (OTHERS.includes(name) || isBeside(name, names)) continue
    const key = queryKey(name, style)
    const isText = !['pairs', 'keyValues'].includes(kindOf(option, style))
    if (key === undefined || !isText) unknown.push(`--${name}`)
    else entries.push({key, value: filterOf(option, names, style)})
  }
  return {entries, unknown}
}

function queryKey(option: string, {resource: {query = {}}}: Style): string | undefined {
  const name = option === 'project' ? 'project_id' : option
  const word = name.replaceAll('-', '_')
  const found = [word, `is_${word}`, `is_${word}d`, `${word}_name`].find((one) => query[one] !== undefined)
  if (found === undefined) return undefined
  const wire = query[found]
  return typeof wire === 'string' ? wire : found
}

function filterOf(option: ReferenceOption, names: readonly string[], style: Style): string {
  const name = longName(option)
  if (name === 'project' && names.includes('project-domain')) return 'await projectOf(this.api, flags)'
  return kindOf(option, style) === 'boolean' ? switchOf(name, names) : member('flags', name)
}
