import {nounOf} from '#advice/suggest/noun'
import {
  columnsOf,
  FORMAT,
  GLOBAL,
  lookOf,
  OWN_REGION,
  type TableArgument,
  type TableEntry,
  type TableHead,
  type TableOption,
  type Values,
} from '#completion/table'
import {type ArgFacts, type CommandFacts, type FlagFacts, factsOf, withPluginFormats} from '#help/facts'
import {TOPIC_NAMES} from '#help/topics'
import {globalOptions} from '#line/global-options'
import {OUTPUT_GROUP} from '#output/format-names'
import {visibleIn} from '#plugins/names'
import type {PluginIndex} from '#plugins/types'
import {kindIn} from '#resource/kinds'

/** Only what can be listed, by its own words alone, is a noun. */
type IsNoun = (word: string) => boolean

/** The text of a completion table of all plugins' commands; `files` are those that the index was made from, `known` names plugins to install. */
export function makeTable(index: PluginIndex, files: readonly string[], known: readonly string[] = []): string {
  const isVisible = visibleIn(index)
  const commands = index.plugins
    .filter(({foreign}) => !foreign)
    .flatMap((plugin) => [...factsOf(plugin).values()])
    .filter(({id}) => isVisible(id))
    .map((command) => withPluginFormats(command, index))
  const namespaces = [...new Set(index.plugins.flatMap((plugin) => plugin.namespaces))]
  const head: TableHead = {
    format: FORMAT,
    made: Object.fromEntries(files.map((file) => [file, lookOf(file)])),
    namespaces,
    topics: TOPIC_NAMES,
  }
  const entries = new Map<string, TableEntry>([...wordEntries(commands), [GLOBAL, {options: globals()}]])
  const lists = commands.filter(
    ({id, args}) => id.endsWith(' list') && Object.values(args).every(({required}) => !required),
  )
  const nouns = new Set(lists.map(({id}) => id.replace(/ list$/, '')))
  for (const command of commands)
    entries.set(command.id, {
      ...entries.get(command.id),
      ...ofCommand(command, (word) => nouns.has(word), {installed: installedIn(index), known}),
    })
  const lines = [...entries].map(([key, entry]) => `${key}\t${JSON.stringify(entry)}`)
  return `${[JSON.stringify(head), ...lines].join('\n')}\n`
}

/** Every beginning of a command with the words that may follow. */
function wordEntries(commands: readonly CommandFacts[]): Map<string, TableEntry> {
  const following = new Map<string, Map<string, string>>()
  for (const {id, summary = ''} of commands) {
    const words = id.split(' ')
    for (const [at, word] of words.entries()) {
      const key = words.slice(0, at).join(' ')
      const next = following.get(key) ?? new Map<string, string>()
      const isWhole = at === words.length - 1
      if (isWhole || !next.has(word)) next.set(word, isWhole ? summary : '')
      following.set(key, next)
    }
  }
  return new Map([...following].map(([key, next]) => [key, {next: [...next].sort(([a], [b]) => (a < b ? -1 : 1))}]))
}

const globals = (): TableOption[] =>
  globalOptions().map(({name, char, value, choices, summary}) => ({
    names: [name, ...(char ? [`-${char}`] : [])],
    summary,
    takesValue: value !== undefined,
    ...(choices ? {choices} : GLOBAL_VALUES[name]),
  }))

/** Where values of global options come from, besides choices. */
const GLOBAL_VALUES: Readonly<Record<string, Values>> = {
  '--os-cloud': {noun: 'cloud'},
  '--os-region-name': {noun: OWN_REGION},
  '--log-file': {files: true},
  '--os-cacert': {files: true},
  '--os-cert': {files: true},
  '--os-key': {files: true},
}

/** Names of packages, for the arguments of `osc plugins`. */
interface Packages {
  installed: readonly string[]
  known: readonly string[]
}

const installedIn = ({plugins}: PluginIndex): string[] =>
  plugins.filter(({kind}) => kind !== 'core').map(({name}) => name)

function ofCommand({id, flags, args, columns}: CommandFacts, isNoun: IsNoun, packages: Packages): TableEntry {
  // The options of the output are the same everywhere: they come last.
  const options = Object.values(flags)
    .filter((flag) => !flag.hidden)
    .sort((a, b) => Number(a.helpGroup === OUTPUT_GROUP) - Number(b.helpGroup === OUTPUT_GROUP))
  return {
    options: options.flatMap((flag) => optionsOf(flag, isNoun, id, columns)),
    arguments: Object.values(args).map((arg) => argumentOf(arg, id, isNoun, packages)),
  }
}

function optionsOf(flag: FlagFacts, isNoun: IsNoun, id: string, columns: readonly string[] = []): TableOption[] {
  const isColumn = flag.helpGroup === OUTPUT_GROUP && flag.helpValue === 'COLUMN'
  const noun = isColumn
    ? columnsOf(id)
    : (kindIn(flag.description) ?? nounOf(flag.name, isNoun) ?? nounOf(flag.helpValue ?? '', isNoun))
  const option = (names: readonly string[]): TableOption => ({
    names,
    summary: flag.description ?? flag.summary ?? '',
    takesValue: flag.type === 'option',
    ...(flag.multiple && {multiple: true}),
    ...(flag.exclusive && {excludes: flag.exclusive.map((name) => `--${name}`)}),
    ...(flag.type === 'option' && valuesOf(flag, noun)),
    ...(isColumn && columns.length > 0 && {choices: [...new Set(columns)]}),
  })
  const longs = [flag.name, ...(flag.aliases ?? [])]
  const shown = option([...longs.map((name) => `--${name}`), ...(flag.char ? [`-${flag.char}`] : [])])
  return flag.allowNo ? [shown, option(longs.map((name) => `--no-${name}`))] : [shown]
}

function argumentOf(arg: ArgFacts, id: string, isNoun: IsNoun, {installed, known}: Packages): TableArgument {
  const noun =
    kindIn(arg.description) ??
    nounOf(arg.name, isNoun) ??
    describedNoun(arg, id, isNoun) ??
    ownNoun(arg.name, id, isNoun)
  const packages = id.startsWith('plugins ') && arg.name === 'plugin' && (id === 'plugins install' ? known : installed)
  return {
    name: arg.name,
    ...(arg.multiple && {multiple: true}),
    ...(id === 'help' ? {pages: true as const} : packages ? {choices: packages} : valuesOf(arg, noun)),
  }
}

/** Choices, names of a noun, or files where the description speaks of one. */
function valuesOf({options, description = '', helpValue = ''}: ValueFacts, noun: string | undefined): Values {
  if (options) return {choices: options}
  if (noun !== undefined) return {noun}
  return /\b(?:files?|folder|directory|PEM)\b/i.test(`${helpValue} ${description}`) && helpValue !== 'NUMBER'
    ? {files: true}
    : {}
}

type ValueFacts = Pick<FlagFacts, 'options' | 'description' | 'helpValue'>

/** The noun of the command itself, where an argument names it by its last words or by its ID: `config`, `limit_id`. */
function ownNoun(arg: string, id: string, isNoun: IsNoun): string | undefined {
  const own = id.slice(0, Math.max(0, id.lastIndexOf(' ')))
  const words = arg.replaceAll('_', ' ').replace(/ id$/, '')
  // What is made has no name yet.
  return !id.endsWith(' create') && ` ${own}`.endsWith(` ${words}`) && isNoun(own) ? own : undefined
}

/** The noun that the description begins with, or that it abbreviates: `Queue (name)`, `Action (name or ID)`. */
function describedNoun({description = ''}: ArgFacts, id: string, isNoun: IsNoun): string | undefined {
  const word = /^([A-Z][a-z]*(?: [a-z]+)*) \((?:name|ID)\b/.exec(description)?.[1]?.toLowerCase()
  if (word === undefined) return undefined
  const noun = [word, `${id.split(' ', 1)[0]} ${word}`, `${word} definition`].find(isNoun)
  // What is made has no name yet.
  return id === `${noun} create` ? undefined : noun
}
