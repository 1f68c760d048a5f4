import type {ReferenceCommand, ReferenceOption, ReferencePositional} from '../../test/reference/read.ts'
import {key, list, quote} from './names.ts'

/** The source of a command's `flags`, descriptions left empty: the lint stays red until they are written. */
export function flagsOf({options, name}: ReferenceCommand, nouns: string): {source: string[]; imports: Set<string>} {
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
      source.push(`${key(long)}: ${flagOf(option, others)},`)
      written.add(long)
    }
  }
  return {source, imports}
}

const longName = ({flags}: ReferenceOption): string =>
  (flags.find((flag) => flag.startsWith('--')) ?? flags[0] ?? '').replace(/^-+/, '')

function flagOf(option: ReferenceOption, exclusive: readonly string[]): string {
  const {
    takesValue,
    repeatable,
    action = 'store',
    choices,
    metavar,
    requiredKeys,
    optionalKeys,
    nargs,
    valueType,
  } = option
  const short = option.flags.find((flag) => /^-\w$/.test(flag))
  const properties: string[] = ["description: ''"]
  const add = (name: string, value: string | undefined) => value !== undefined && properties.push(`${name}: ${value}`)
  add('char', short && quote(short.slice(1)))
  if (takesValue && !choices && action !== 'KeyValueAction')
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
  const kind = !takesValue
    ? 'boolean'
    : requiredKeys || optionalKeys || action.startsWith('MultiKeyValue')
      ? 'pairs'
      : action.startsWith('KeyValue')
        ? 'keyValues'
        : nargs === '?'
          ? 'optionalValue'
          : nargs === '+'
            ? 'words'
            : repeatable
              ? 'strings'
              : valueType === 'int' && !choices
                ? 'integer'
                : 'string'
  return `Flags.${kind}({${properties.join(', ')}})`
}

/** The source of a command's `args`. */
export const argsOf = (positionals: readonly ReferencePositional[]): string[] =>
  positionals.map(({name, nargs, choices}) => {
    const many = nargs === '+' || nargs === '*'
    const properties = [
      "description: ''",
      `required: ${nargs !== '?' && nargs !== '*'}`,
      ...(many ? ['multiple: true'] : []),
      ...(choices ? [`options: ${list(choices)}`] : []),
    ]
    return `${key(name)}: Args.string({${properties.join(', ')}}),`
  })
