import type {ReferenceCommand} from '../../test/reference/read.ts'
import {type Entry, entriesOf} from './body.ts'
import {kindOf, longName} from './flags.ts'
import {camel, key, member, pascal, quote} from './names.ts'
import {queryOf} from './query.ts'
import {attributeOf, type Style} from './style.ts'

/** The statements of a command's `run`, and the options and arguments that they do not use. */
export interface Run {
  lines: string[]
  unknown: string[]
}

/** What the statements of a verb are made from. */
interface Parts {
  command: ReferenceCommand
  style: Style
  /** Place and name of the argument that names the record. */
  own: number
  name: string
  isMany: boolean
  /** `addressScopeFields`. */
  fields: string
}

const VERBS: Readonly<Record<string, (parts: Parts) => Run | undefined>> = {
  list,
  show,
  create,
  set,
  unset,
  delete: remove,
}

/** The `run` of a verb that every noun has; undefined for others and for forms of them that the author writes. */
export function runOf(command: ReferenceCommand, style: Style): Run | undefined {
  if (!namesParents(command, style)) return undefined
  const own = style.parents.length
  const {name = '', nargs} = command.positionals[own] ?? {}
  if (nargs === '?' || nargs === '*') return undefined
  const parts = {command, style, own, name, isMany: nargs === '+', fields: `${camel(style.noun)}Fields`}
  const run = VERBS[command.name.slice(style.noun.length + 1)]?.(parts)
  if (!run) return undefined
  const lines = [open(command, style), ...run.lines]
  return {...run, lines: [parse(command, lines), ...lines]}
}

/** Whether the first arguments are the parents of the resource, one for each placeholder of its path. */
const namesParents = ({positionals}: ReferenceCommand, {parents, resource}: Style): boolean =>
  parents.length === resource.path.split('%(').length - 1 &&
  parents.every(({noun}, at) => {
    const {name = '', nargs} = positionals[at] ?? {}
    return nargs === undefined && name.includes(noun.split(' ').at(-1) ?? noun)
  })

/** The command line, as far as the other statements use it. */
function parse({name}: ReferenceCommand, lines: readonly string[]): string {
  const used = ['args', 'flags'].filter((word) => lines.some((line) => new RegExp(`\\b${word}\\b`).test(line)))
  return `${used.length > 0 ? `const {${used.join(', ')}} = ` : ''}await this.parse(${pascal(name)})`
}

/** The calls of the resource, below the parents that the first arguments name. */
function open({positionals}: ReferenceCommand, {noun, parents}: Style): string {
  const ids = parents.map((parent, at) => {
    const given = member('args', positionals[at]?.name ?? '')
    return `await this.api(${pascal(parent.noun)}).id(${given})`
  })
  return `const resource = this.api(${pascal(noun)})${ids.length > 0 ? `.under(${ids.join(', ')})` : ''}`
}

function list({command: {options, kind, columns, longColumns}, style, fields}: Parts): Run | undefined {
  if (kind !== 'lister') return undefined
  const {entries, unknown} = queryOf(options, style)
  const table = columns ? `${camel(style.noun)}Columns` : fields
  const chosen = longColumns ? `flags.long ? ${camel(style.noun)}LongColumns : ${table}` : table
  const isCounted = options.some((option) => longName(option) === 'max-items')
  const rows = `resource.list(${entries.length > 0 ? `{${bodyOf(entries)}}` : ''})`
  return {lines: [`await this.table(${chosen}, ${isCounted ? `firstOf(${rows}, flags['max-items'])` : rows})`], unknown}
}

function show({command: {options, kind}, name, fields}: Parts): Run | undefined {
  if (name === '' || kind !== 'showone') return undefined
  return {
    lines: [`await this.show(await resource.find(${member('args', name)}), ${fields})`],
    unknown: options.map((option) => `--${longName(option)}`),
  }
}

function create({command, style, own, name, isMany, fields}: Parts): Run | undefined {
  if (command.kind === 'lister' || isMany) return undefined
  const isPut = style.create === 'PUT'
  if (isPut && name === '') return undefined
  const {entries, unknown} = entriesOf(command, style, isPut ? own + 1 : own)
  const created = isPut
    ? `resource.put(${member('args', name)}, {${bodyOf(entries)}})`
    : `resource.create({${bodyOf(entries)}})`
  return {lines: [shown(command, `await ${created}`, fields)], unknown}
}

function set({command, style, own, name, isMany, fields}: Parts): Run | undefined {
  if (name === '' || style.update === undefined) return undefined
  const {entries, unknown} = entriesOf(command, style, own + 1)
  const changes =
    style.update === 'JSON patch'
      ? `resource.patch(ID, [${additionsOf(entries).join(', ')}])`
      : `resource.update(ID, {${bodyOf(entries)}})`
  return {lines: forEach({isMany, name, style}, changes, (call) => shown(command, call, fields)), unknown}
}

function unset({command: {options, kind}, style, name, isMany}: Parts): Run | undefined {
  if (name === '' || kind !== 'command' || style.update !== 'JSON patch') return undefined
  const unknown: string[] = []
  const removals = options.flatMap((option) => {
    const found = attributeOf(longName(option), style)
    const flag = member('flags', longName(option))
    if (found && kindOf(option, style) === 'boolean') return [`...(${flag} ? removals('', [${quote(found.key)}]) : [])`]
    if (found && kindOf(option, style) === 'strings') return [`...removals(${quote(`/${found.key}`)}, ${flag})`]
    unknown.push(`--${longName(option)}`)
    return []
  })
  return {
    lines: forEach({isMany, name, style}, `resource.patch(ID, [${removals.join(', ')}])`, (call) => call),
    unknown,
  }
}

function remove({command: {options, kind}, style, name, isMany, fields}: Parts): Run | undefined {
  if (name === '' || kind === 'lister') return undefined
  const unknown = options.map((option) => `--${longName(option)}`)
  if (kind === 'command') return {lines: forEach({isMany, name, style}, 'resource.delete(ID)', (call) => call), unknown}
  return {
    lines: [
      `const record = await resource.find(${member('args', name)})`,
      `await resource.delete(String(record.${style.idKey}))`,
      `await this.show(record, ${fields})`,
    ],
    unknown,
  }
}

const shown = ({kind}: ReferenceCommand, call: string, fields: string): string =>
  kind === 'showone' ? `await this.show(${call}, ${fields})` : call

/** The call for one record or for each; a record is looked up unless its service takes what people write. */
function forEach(
  {isMany, name, style}: Pick<Parts, 'isMany' | 'name' | 'style'>,
  call: string,
  finish: (call: string) => string,
): string[] {
  const given = isMany ? 'name' : member('args', name)
  const id = style.by === undefined ? `await resource.id(${given})` : given
  const called = call.replace('ID', () => id)
  if (!isMany) return [finish(`await ${called}`)]
  return [`await this.each(${member('args', name)}, async (name) => void (await ${called}))`]
}

const bodyOf = (entries: readonly Entry[]): string =>
  entries.map((entry) => `${key(entry.key)}: ${entry.value}`).join(', ')

function additionsOf(entries: readonly Entry[]): string[] {
  const single = entries.filter(({isObject}) => !isObject)
  const objects = entries.filter(({isObject}) => isObject)
  return [
    ...(single.length > 0 ? [`...additions('', {${bodyOf(single)}})`] : []),
    ...objects.map((entry) => `...additions(${quote(`/${entry.key}`)}, ${entry.value})`),
  ]
}
