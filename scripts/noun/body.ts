import type {ReferenceCommand, ReferenceOption} from '../../test/reference/read.ts'
import {kindOf, longName} from './flags.ts'
import {member, quote} from './names.ts'
import {attributeOf, type Style} from './style.ts'

/** A key that a command sends, with the expression of its value. */
export interface Entry {
  key: string
  value: string
  /** The value is an object whose keys were given one by one: `--property KEY=VALUE`. */
  isObject?: boolean
}

/** What the options and arguments of a `create` or `set` change, and the names of those that the SDK does not explain. */
export function entriesOf(command: ReferenceCommand, style: Style, own: number): {entries: Entry[]; unknown: string[]} {
  const entries: Entry[] = []
  const unknown: string[] = []
  const add = (name: string, entry: Entry | undefined) => {
    if (entry && entries.every(({key}) => key !== entry.key)) entries.push(entry)
    else unknown.push(name)
  }
  for (const {name} of command.positionals.slice(own)) {
    const found = attributeOf(name, style)
    add(name, found && {key: found.key, value: member('args', name)})
  }
  const names = command.options.map(longName)
  for (const option of command.options) {
    const name = longName(option)
    if (!isBeside(name, names)) add(`--${name}`, entryOf(option, names, style))
  }
  return {entries, unknown}
}

/** Whether an option belongs to another one: `--disable`, `--no-share`, `--project-domain`. */
export const isBeside = (name: string, names: readonly string[]): boolean =>
  names.some((other) => [`no-${other}`, `${other}-domain`].includes(name)) ||
  (name === 'disable' && names.includes('enable'))

function entryOf(option: ReferenceOption, names: readonly string[], style: Style): Entry | undefined {
  const name = longName(option)
  const flag = member('flags', name)
  if (names.includes(`${name}-domain`) && name === 'project')
    return attributeOf('project_id', style) && {key: 'project_id', value: 'await projectOf(this.api, flags)'}
  const found =
    attributeOf(name === 'enable' && names.includes('disable') ? 'admin_state_up' : name, style) ??
    attributeOf(name, style)
  if (!found) return undefined
  const kind = kindOf(option, style)
  if (kind === 'keyValues') return {key: found.key, value: `Flags.toObject(${flag})`, isObject: true}
  if (kind === 'boolean') return found.type === 'bool' ? {key: found.key, value: switchOf(name, names)} : undefined
  // The option takes text where the SDK has another type: how it is written is for the author to read up.
  if (kind === 'string' && ['bool', 'dict', 'list'].includes(found.type ?? '')) return undefined
  if (kind === 'string' && found.type === 'int') return {key: found.key, value: `${flag} && Number(${flag})`}
  const cleared = names.includes(`no-${name}`)
  return {key: found.key, value: cleared ? `${member('flags', `no-${name}`)} ? null : ${flag}` : flag}
}

/** The value of a switch, and of the one that excludes it. */
export function switchOf(name: string, names: readonly string[]): string {
  const opposite = [`no-${name}`, ...(name === 'enable' ? ['disable'] : [])].find((other) => names.includes(other))
  if (opposite === undefined) return `${member('flags', name)} || undefined`
  return `Flags.chosen(flags, {${quote(name)}: true, ${quote(opposite)}: false})`
}
