import {GLOBAL, type Table, type TableEntry, type TableOption, type Values} from '#completion/table'
import {optionNamed} from '#line/option-names'

/** Something that may be typed, with a line that says what it is. */
export interface Candidate {
  value: string
  summary: string
}

export interface Completion {
  candidates: readonly Candidate[]
  /** Nothing is known: the shell may offer file names. */
  files: boolean
}

/** The names of a noun that the selected cloud was seen to have. */
export type Names = (noun: string) => readonly Candidate[]

/** What a line is before the cursor. */
interface Place {
  entry: TableEntry
  isCommand: boolean
  given: ReadonlySet<string>
  positionals: readonly string[]
  /** The option whose value is being typed. */
  wants: TableOption | undefined
  /** Behind `--`. */
  ended: boolean
}

/** What may be at the cursor: `words` are those before it, `current` the beginning of the word that is typed. */
export function complete(words: readonly string[], current: string, table: Table, names: Names): Completion {
  const globals = table.entry(GLOBAL)?.options ?? []
  const place = placeOf(words, table, globals)
  const options = [...(place.entry.options ?? []), ...globals]
  if (place.wants) return values(place.wants, current, '', names)
  const equals = current.startsWith('--') ? current.indexOf('=') : -1
  if (equals > 0 && !place.ended) {
    const option = optionNamed(current.slice(0, equals), options, namesOf)
    return option?.takesValue ? values(option, current.slice(equals + 1), current.slice(0, equals + 1), names) : NOTHING
  }
  if (current.startsWith('-') && !place.ended) return {candidates: ownFirst(current, place, globals), files: false}
  const next = (place.entry.next ?? []).map(([value, summary]) => ({value, summary}))
  const first = words.length === 0 ? table.namespaces.map((value) => ({value, summary: ''})) : []
  const commands = place.positionals.length > 0 ? [] : fitting([...next, ...first], current)
  if (!place.isCommand) return {candidates: commands, files: false}
  const found = argumentValues(place, current, table, names)
  return {candidates: [...commands, ...found.candidates], files: found.files && commands.length === 0}
}

const NOTHING: Completion = {candidates: [], files: false}

function placeOf(words: readonly string[], table: Table, globals: readonly TableOption[]): Place {
  let key = ''
  let entry = table.entry(key) ?? {}
  const given = new Set<string>()
  const positionals: string[] = []
  let ended = false
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const longer = key === '' ? word : `${key} ${word}`
    if (ended) positionals.push(word)
    else if (word === '--') ended = true
    else if (word.startsWith('-') && word !== '-') {
      const name = word.startsWith('--') ? (word.split('=', 1)[0] ?? word) : word
      const option = optionNamed(name, [...(entry.options ?? []), ...globals], namesOf)
      if (option) given.add(option.names[0] ?? '')
      if (!option?.takesValue || name !== word) continue
      if (at === words.length - 1) return {entry, isCommand: !!entry.options, given, positionals, wants: option, ended}
      at += 1
    } else if (positionals.length === 0 && entry.next?.some(([next]) => next === word)) {
      key = longer
      entry = table.entry(key) ?? {}
    } else if (key !== '' || !table.namespaces.includes(word)) positionals.push(word)
  }
  return {entry, isCommand: !!entry.options, given, positionals, wants: undefined, ended}
}

const namesOf = ({names}: TableOption) => names

/** The command's own options; global ones after them once more than the dashes is typed, or where there are no others. */
function ownFirst(current: string, place: Place, globals: readonly TableOption[]): Candidate[] {
  const own = place.entry.options ?? []
  const fitting = fittingOptions(current, [...own, ...globals], place)
  if (/^--?$/.test(current)) {
    const first = fittingOptions(current, own, place)
    if (first.length > 0) return first
  }
  return fitting
}

/** Options that are not given yet, or may be repeated, and that what is given does not exclude. */
function fittingOptions(current: string, options: readonly TableOption[], {given}: Place): Candidate[] {
  const excluded = new Set(options.flatMap(({names, excludes = []}) => (given.has(names[0] ?? '') ? excludes : [])))
  return options.flatMap(({names, summary, multiple}) => {
    const [first = ''] = names
    if ((given.has(first) && !multiple) || excluded.has(first)) return []
    const value = names.find((name) => name.startsWith(current))
    return value === undefined ? [] : [{value, summary}]
  })
}

function values(source: Values, current: string, prefix: string, names: Names): Completion {
  const choices = source.choices?.map((value) => ({value, summary: ''})) ?? []
  const named = source.noun ? names(source.noun).filter(({value}) => !source.choices?.includes(value)) : []
  const all = [...choices, ...named]
  const candidates = fitting(all, current).map(({value, summary}) => ({value: prefix + value, summary}))
  return {candidates, files: source.files === true}
}

function argumentValues(place: Place, current: string, table: Table, names: Names): Completion {
  const declared = place.entry.arguments ?? []
  const last = declared.at(-1)
  const argument = declared[place.positionals.length] ?? (last?.multiple ? last : undefined)
  if (!argument) return NOTHING
  if (argument.pages) return {candidates: fitting(pages(place.positionals, table), current), files: false}
  const found = values(argument, current, '', names)
  // A name that begins with a dash is an option to osc, but after `--`.
  const fits = ({value}: Candidate) => !place.positionals.includes(value) && (place.ended || !value.startsWith('-'))
  return {...found, candidates: found.candidates.filter(fits)}
}

/** The words that a page of help may be named by, after those that are there. */
function pages(before: readonly string[], table: Table): Candidate[] {
  const spaced = table.namespaces.includes(before[0] ?? '') && !table.entry(before.join(' ')) ? before.slice(1) : before
  const next = (table.entry(spaced.join(' '))?.next ?? []).map(([value, summary]) => ({value, summary}))
  if (before.length > 0) return next
  const others = [...table.topics, ...table.namespaces].filter((value) => next.every((one) => one.value !== value))
  return [...next, ...others.map((value) => ({value, summary: table.topics.includes(value) ? 'topic' : 'plugin'}))]
}

const fitting = (candidates: readonly Candidate[], current: string): Candidate[] =>
  candidates.filter(({value}) => value.startsWith(current))
