import {OUTPUT_GROUP} from '#output/format-names'
import {
  formatterOptions,
  type ReferenceCommand,
  type ReferenceOption,
  type ReferencePositional,
} from '../reference/read.ts'
import type {DeclaredArg, DeclaredCommand, DeclaredFlag} from './manifests.ts'

interface Option {
  /** The first long name, as differences call it. */
  shown: string
  reference: ReferenceOption
  /** Name of our flag, and whether the option is its `--no-` form. */
  name: string
  flag: DeclaredFlag
  negated: boolean
}

const formatters = formatterOptions()

/** How a command of ours differs from the reference, a line each: empty when it does not. */
export function differencesOf(reference: ReferenceCommand, ours: DeclaredCommand): string[] {
  const names = optionNames(ours)
  const output = formatters[reference.kind]?.options ?? []
  const wanted = [...output.map((option) => inGroup(option, 'output')), ...reference.options]
  const missing = wanted.filter((option) => !option.hidden && !option.flags.some((flag) => names.has(flag)))
  const options = wanted.flatMap((option): Option[] => {
    const target = option.flags.map((flag) => names.get(flag)).find(Boolean)
    return target ? [{reference: option, shown: shownName(option), ...target}] : []
  })
  return [
    ...missing.map((option) => `${option.flags.join(', ')}: missing`),
    ...additions(wanted, ours),
    ...options.flatMap((option) => optionDifferences(option, names)),
    ...groupDifferences(options),
    ...neededGroups(reference, options),
    ...formatDifference(reference, ours),
    ...positionalDifferences(reference.positionals, ours),
  ]
}

/** Groups are numbered within a command and within its output options: they are told apart. */
const inGroup = (option: ReferenceOption, prefix: string): ReferenceOption =>
  option.mutuallyExclusiveGroup === undefined
    ? option
    : {...option, mutuallyExclusiveGroup: `${prefix} ${option.mutuallyExclusiveGroup}`}

type Target = Pick<Option, 'name' | 'flag' | 'negated'>

function optionNames({flags}: DeclaredCommand): Map<string, Target> {
  const names = new Map<string, Target>()
  for (const [name, flag] of Object.entries(flags)) {
    for (const long of [name, ...(flag.aliases ?? [])]) {
      names.set(`--${long}`, {name, flag, negated: false})
      if (flag.allowNo) names.set(`--no-${long}`, {name, flag, negated: true})
    }
    for (const short of [flag.char, ...(flag.charAliases ?? [])])
      if (short) names.set(`-${short}`, {name, flag, negated: false})
  }
  return names
}

/** Output options that every command of ours has besides those of cliff. */
const OUTPUT_ADDITIONS = new Set(['query'])

function additions(wanted: readonly ReferenceOption[], {flags}: DeclaredCommand): string[] {
  const known = new Set(wanted.flatMap((option) => option.flags))
  const added = Object.entries(flags).filter(
    ([name, {char, aliases = [], helpGroup}]) =>
      !(helpGroup === OUTPUT_GROUP && OUTPUT_ADDITIONS.has(name)) &&
      ![`--${name}`, `-${char}`, ...aliases.map((alias) => `--${alias}`)].some((flag) => known.has(flag)),
  )
  return added.map(([name]) => `--${name}: an addition`)
}

const shownName = ({flags}: ReferenceOption) => flags.find((flag) => flag.startsWith('--')) ?? flags[0] ?? ''

function optionDifferences({shown, reference, flag, name}: Option, names: ReadonlyMap<string, Target>): string[] {
  const found: string[] = []
  const differs = (what: string) => found.push(`${shown}: ${what}`)
  for (const spelling of reference.flags) {
    const target = names.get(spelling)
    if (!target) differs(`${spelling} is missing`)
    else if (target.name !== name) differs(`${spelling} is --${target.name}`)
  }
  if (Boolean(reference.required) !== Boolean(flag.required)) differs(flag.required ? 'required' : 'not required')
  if (Boolean(reference.takesValue) !== (flag.type === 'option'))
    return [...found, `${shown}: ${flag.type === 'option' ? 'takes a value' : 'takes no value'}`]
  if (!reference.takesValue) return found
  const [want, have] = [valuesOf(reference), declaredValues(flag)]
  if (want !== have) differs(`takes ${have}, not ${want}`)
  const choices = listDifference(reference.choices?.map(String), flag.options)
  if (choices) differs(`choices: ${choices}`)
  for (const kind of ['required', 'optional'] as const) {
    const keys = listDifference(reference[`${kind}Keys`], flag.keys?.[kind])
    if (keys) differs(`${kind} keys: ${keys}`)
  }
  return found
}

/** How many values an option has, in words. */
function valuesOf({nargs, repeatable}: ReferenceOption): string {
  if (nargs === '+' || nargs === '*') return 'several words'
  const often = repeatable ? 'one value each time' : 'one value'
  return nargs === '?' ? `${often} or none` : often
}

function declaredValues({greedy, multiple, bare}: DeclaredFlag): string {
  if (greedy) return 'several words'
  const often = multiple ? 'one value each time' : 'one value'
  return bare === undefined ? often : `${often} or none`
}

/** What is missing from a list and what is too much, whatever the order. */
function listDifference(want: readonly string[] = [], have: readonly string[] = []): string | undefined {
  const missing = want.filter((value) => !have.includes(value)).sort()
  const extra = have.filter((value) => !want.includes(value)).sort()
  const parts = [
    ...(missing.length > 0 ? [`missing ${missing.join(', ')}`] : []),
    ...(extra.length > 0 ? [`extra ${extra.join(', ')}`] : []),
  ]
  return parts.length > 0 ? parts.join('; ') : undefined
}

function groupDifferences(options: readonly Option[]): string[] {
  const found: string[] = []
  const shown = options.filter(({reference}) => !reference.hidden)
  for (const [at, one] of shown.entries()) {
    for (const other of shown.slice(at + 1)) {
      const group = one.reference.mutuallyExclusiveGroup
      const want = group !== undefined && group === other.reference.mutuallyExclusiveGroup
      const have = exclude(one, other)
      if (want !== have) found.push(`${one.shown} and ${other.shown}: ${have ? 'exclusive' : 'not exclusive'}`)
    }
  }
  return found
}

/** Whether either of two options refuses the other. */
const exclude = (one: Option, other: Option) =>
  refuses(one.flag, other.name) || refuses(other.flag, one.name) || isOneOf(one.flag, one.name, other.name)

const refuses = ({exclusive = []}: DeclaredFlag, other: string) => exclusive.includes(other)

const isOneOf = ({exactlyOne = []}: DeclaredFlag, name: string, other: string) =>
  name !== other && exactlyOne.includes(name) && exactlyOne.includes(other)

/** Groups of which one option has to be given. Those with an argument in them are declared as optional arguments. */
function neededGroups(
  {mutuallyExclusiveGroups = [], positionals}: ReferenceCommand,
  options: readonly Option[],
): string[] {
  return mutuallyExclusiveGroups.flatMap(({id, required = false}) => {
    const members = options.filter(({reference}) => !reference.hidden && reference.mutuallyExclusiveGroup === id)
    if (members.length < 2 || positionals.some(({mutuallyExclusiveGroup}) => mutuallyExclusiveGroup === id)) return []
    const needed = members.some(({flag}) => (flag.exactlyOne ?? []).length > 0)
    if (needed === required) return []
    return [`${members.map(({shown}) => shown).join(', ')}: ${needed ? 'one is required' : 'all may be left out'}`]
  })
}

function formatDifference({kind, defaultFormat = 'table'}: ReferenceCommand, {flags}: DeclaredCommand): string[] {
  if (kind === 'command') return []
  const ours = flags.format?.default
  return ours === defaultFormat ? [] : [`--format: default ${ours}, not ${defaultFormat}`]
}

function positionalDifferences(reference: readonly ReferencePositional[], {args, strict}: DeclaredCommand): string[] {
  const wanted = reference.filter(({hidden}) => !hidden)
  const declared = Object.values(args)
  const want = wanted.map(arity).join(' ')
  const have = [...declared.map(declaredArity), ...(strict === false ? ['...'] : [])].join(' ')
  if (want !== have) return [`arguments: ${have || 'none'}, not ${want || 'none'}`]
  return wanted.flatMap(({name, choices}, at) => {
    const difference = listDifference(choices?.map(String), declared[at]?.options)
    return difference ? [`argument ${name}: choices: ${difference}`] : []
  })
}

// A group of positionals of which one is needed is declared as optional ones.
const arity = ({nargs, required}: ReferencePositional) =>
  nargs === undefined || nargs === '1' ? (required ? '1' : '?') : nargs

const declaredArity = ({required, multiple}: DeclaredArg) => (multiple ? (required ? '+' : '*') : required ? '1' : '?')
