import type {ReferenceCommand, ReferenceOption} from '../../test/reference/read.ts'
import {key, list, quote} from './names.ts'
import {attributeOf, type Style} from './style.ts'

/** The source of a command's `flags`, descriptions left empty: the lint stays red until they are written. */
export function flagsOf(
  {options, name}: ReferenceCommand,
  nouns: string,
  style: Style | undefined,
): {source: string[]; imports: Set<string>} {
  const imports = new Set<string>()
  const source: string[] = []
  const written = new Set<string>()
  const has = (...names: string[]) => names.every((one) => options.some(({flags}) => flags.includes(`--${one}`)))
  const spread = (call: string, ...names: string[]) => {
    if (!has(...names)) return
    imports.add(call.replace(/\(.*/, ''))
    source.push(`...${call},`)
    for (const one of names) written.add(one)
  }
  const verb = name.split(' ').at(-1)
  spread('pageFlags', 'limit', 'marker', 'max-items')
  spread("projectFlags('')", 'project', 'project-domain')
  spread("userFlags('')", 'user', 'user-domain')
  spread(`tagFilterFlags(${quote(nouns)})`, 'tags', 'any-tags', 'not-tags', 'not-any-tags')
  const noun = name.slice(0, -(verb?.length ?? 0) - 1)
  if (verb === 'create') spread(`tagFlags(${quote(noun)})`, 'tag', 'no-tag')
  if (verb === 'set') spread(`tagSetFlags(${quote(noun)})`, 'tag', 'no-tag')
  if (verb === 'unset') spread(`tagUnsetFlags(${quote(noun)})`, 'tag', 'all-tag')
  const groups = Map.groupBy(options, ({mutuallyExclusiveGroup}) => mutuallyExclusiveGroup)
  for (const option of options) {
    const long = longName(option)
    if (written.has(long)) continue
    const group = option.mutuallyExclusiveGroup === undefined ? [] : (groups.get(option.mutuallyExclusiveGroup) ?? [])
    imports.add('Flags')
    if (group.length > 1 && group.every(({takesValue}) => !takesValue)) {
      source.push(`...Flags.choices({${group.map((one) => `${key(longName(one))}: ''`).join(', ')}}),`)
      for (const one of group) written.add(longName(one))
    } else {
      const others = group.filter((other) => other !== option).map(longName)
      source.push(`${key(long)}: ${flagOf(option, others, style)},`)
      written.add(long)
    }
  }
  return {source, imports}
}

export const longName = ({flags}: ReferenceOption): string =>
  (flags.find((flag) => flag.startsWith('--')) ?? flags[0] ?? '').replace(/^-+/, '')

/** What `Flags` calls an option of this kind. */
export function kindOf(option: ReferenceOption, style: Style | undefined) {
  const {takesValue, repeatable, action = 'store', metavar = '', requiredKeys, optionalKeys, nargs} = option
  if (!takesValue) return 'boolean'
  if (requiredKeys || optionalKeys || action.startsWith('MultiKeyValue')) return 'pairs'
  if (action.startsWith('KeyValue') || /^<?key=value>?$/i.test(metavar)) return 'keyValues'
  if (nargs === '?') return 'optionalValue'
  if (nargs === '+') return 'words'
  if (repeatable) return 'strings'
  const isInteger = option.valueType === 'int' || (style && attributeOf(longName(option), style)?.type === 'int')
  return isInteger && !option.choices ? 'integer' : 'string'
}

function flagOf(option: ReferenceOption, exclusive: readonly string[], style: Style | undefined): string {
  const {takesValue, action, choices, metavar, requiredKeys, optionalKeys, nargs} = option
  const kind = kindOf(option, style)
  const short = option.flags.find((flag) => /^-\w$/.test(flag))
  const properties: string[] = ["description: ''"]
  const add = (name: string, value: string | undefined) => value !== undefined && properties.push(`${name}: ${value}`)
  add('char', short && quote(short.slice(1)))
  if (takesValue && !choices && kind !== 'keyValues')
    add('helpValue', quote((metavar ?? option.dest ?? longName(option)).replace(/[<>]/g, '').toUpperCase()))
  add('options', choices && list(choices))
  add('required', option.required ? 'true' : undefined)
  add('hidden', option.hidden ? 'true' : undefined)
  add('exclusive', exclusive.length > 0 ? list(exclusive) : undefined)
  if (nargs === '?') add('bare', quote(typeof option.const === 'string' ? option.const : ''))
  if (requiredKeys || optionalKeys) {
    const keys = [requiredKeys && `required: ${list(requiredKeys)}`, optionalKeys && `optional: ${list(optionalKeys)}`]
    add('keys', `{${keys.filter(Boolean).join(', ')}}`)
  }
  if (action === 'NonNegativeAction') add('min', '0')
  return `Flags.${kind}({${properties.join(', ')}})`
}
