import {provenance} from '#help/availability'
import type {NounHelp} from '#help/declare'
import {byUse} from '#help/noun-help'
import {absence, commandsOf, entryOf, isAbsent, type Owned} from '#help/owned-commands'
import {filled, type Page, pageLines, type Section} from '#help/page'
import type {View} from '#help/view'
import type {PluginIndex} from '#plugins/types'

const MOST_LINES = 30
const FEWEST_VERBS = 3
/** More states than this have a page of their own. */
const MOST_STATES = 5

/**
 * A noun: its verbs, the daily ones first, the nouns below it, and its states. In lines of `width` columns it keeps to 30
 * lines where that is possible; of no width in particular (Infinity) it lists everything.
 */
export function nounPage(
  words: readonly string[],
  index: PluginIndex,
  help: NounHelp | undefined,
  view: View,
  width = Number.POSITIVE_INFINITY,
): Page {
  const parts = partsOf(words.join(' '), index, help, view)
  if (width === Number.POSITIVE_INFINITY) return pageOf(parts, parts.verbs.length, 'whole')
  const fewest = Math.min(parts.verbs.length, FEWEST_VERBS)
  for (let most = parts.verbs.length; most >= fewest; most -= 1) {
    const page = pageOf(parts, most, 'verbs')
    if (pageLines(page, width).length <= MOST_LINES) return page
  }
  return pageOf(parts, fewest, 'names')
}

interface Parts {
  noun: string
  help: NounHelp | undefined
  view: View
  /** Commands of the noun itself with what they do, in the order of use. */
  verbs: readonly Entry[]
  /** Commands of the nouns below it: `stack event list`. */
  below: readonly Entry[]
  /** The nouns below it with their verbs: `stack event`. */
  nouns: readonly Entry[]
  absent: string | undefined
}

type Entry = [name: string, meaning: string]

function partsOf(noun: string, index: PluginIndex, help: NounHelp | undefined, view: View): Parts {
  const commands = commandsOf(noun, index)
  const verbOf = ({command}: Owned) => command.id.slice(noun.length + 1)
  const nounBelow = (owned: Owned) => verbOf(owned).split(' ').slice(0, -1).join(' ')
  const order = byUse(help?.verbs)
  const sorted = commands.toSorted((a, b) => order(verbOf(a), verbOf(b)))
  const all = Map.groupBy(sorted, (owned) => verbOf(owned).split(' ')[0] ?? '')
  // One command of two words is a verb: `project cleanup`, `group add user`.
  const isNoun = (first: string) => (all.get(first)?.filter(nounBelow).length ?? 0) > 1
  const below = [...all].filter(([first]) => isNoun(first))
  // Whether some commands work here, so that those that do not are marked.
  const mixed = !commands.every(isAbsent(view))
  const entries = (some: readonly Owned[]) => some.map((one) => entryOf(one, view, mixed))
  const [first] = commands
  return {
    noun,
    help,
    view,
    verbs: entries(sorted.filter((owned) => !isNoun(verbOf(owned).split(' ')[0] ?? ''))),
    below: entries(below.flatMap(([, some]) => some)),
    nouns: below.map(([first, some]) => [`${noun} ${first}`, verbList(`${noun} ${first}`, some, view, mixed)]),
    absent: mixed || !first ? undefined : absence(first, view),
  }
}

/** `related`: the nouns below are listed with all their commands, with their verbs, or by name. */
function pageOf(
  {noun, help, view, verbs, below, nouns, absent}: Parts,
  most: number,
  related: 'whole' | 'verbs' | 'names',
): Page {
  const whole = related === 'whole'
  const rest = verbs.slice(most).map(([id]) => id.slice(noun.length + 1))
  const names = nouns.map(([name]) => name).join(', ')
  return {
    title: noun,
    intro: [help?.about || `Commands for ${noun}.`, ...(absent ? ['', `The service is ${absent}.`] : [])],
    sections: filled([
      {title: 'COMMANDS', pages: true, entries: whole ? [...verbs, ...below] : verbs.slice(0, most)},
      {title: 'MORE VERBS', text: rest.length > 0 ? [rest.join(', ')] : []},
      {title: 'RELATED NOUNS', pages: true, entries: related === 'verbs' ? nouns : []},
      {title: 'RELATED NOUNS', text: related === 'names' && names !== '' ? [names] : []},
      ...stateSections(noun, help, view, whole),
      {title: 'MORE', lines: [`${view.program} help <command>`]},
    ]),
  }
}

/** The verbs of a noun below in one line, with a mark where some do not work here. */
function verbList(noun: string, commands: readonly Owned[], view: View, mixed: boolean): string {
  const marked = commands.filter((one) => entryOf(one, view, mixed)[1] !== (one.command.summary ?? '').trim())
  const verbs = commands.map(({command}) => command.id.slice(noun.length + 1) || 'run')
  return marked.length === 0 ? verbs.join(', ') : `${verbs.join(', ')} (see ${view.program} help ${noun})`
}

/** The commands of a noun with what they do. */
export function commandsSection(noun: string, index: PluginIndex, view: View): Section {
  const commands = commandsOf(noun, index)
  const mixed = !commands.every(isAbsent(view))
  const order = byUse()
  const sorted = commands.toSorted((a, b) =>
    order(a.command.id.slice(noun.length + 1), b.command.id.slice(noun.length + 1)),
  )
  return {title: 'COMMANDS', pages: true, entries: sorted.map((one) => entryOf(one, view, mixed))}
}

/** The states of a noun, or where they are listed, and the names that were seen last. */
export function stateSections(noun: string, help: NounHelp | undefined, view: View, whole = true): Section[] {
  const states = help?.states ?? []
  const text = recent(noun, view)
  if (!whole && states.length > MOST_STATES)
    return [
      {title: 'STATES', lines: [`${view.program} help ${noun} states`]},
      {title: 'RECENTLY LISTED', text},
    ]
  return [statesSection(help), {title: 'RECENTLY LISTED', text}]
}

/** Each state of a noun and the verbs that are valid in it: `osc help stack states`. */
export function statesPage(noun: string, help: NounHelp, {program}: View): Page {
  return {
    title: `${noun} states`,
    intro: [`The states of a ${noun}, and the verbs that are valid in each.`],
    sections: filled([
      {...statesSection(help), title: 'STATES'},
      {title: 'MORE', pages: true, lines: [`${program} help ${noun}`]},
    ]),
  }
}

function statesSection(help: NounHelp | undefined): Section {
  const whole = [...new Set((help?.states ?? []).flatMap((state) => state.verbs))].filter((verb) => verb.includes(' '))
  return {
    title: 'STATES AND VALID VERBS',
    entries: stateEntries(help),
    ...(whole.length > 0 ? {whole} : {}),
  }
}

const stateEntries = (noun: NounHelp | undefined): [string, string][] =>
  (noun?.states ?? []).map(({state, about, verbs}) => {
    const valid = verbs.length > 0 ? `Valid: ${verbs.join(', ')}.` : 'No verb is valid until the state changes.'
    return [state, about ? `${about} ${valid}` : valid]
  })

function recent(noun: string, {context}: View): string[] {
  const known = context.names[noun]
  if (!known || known.value.length === 0) return []
  const names = known.value.slice(0, 8).map(({name, status}) => (status ? `${name} (${status})` : name))
  const more = known.value.length > names.length ? `, and ${known.value.length - names.length} more` : ''
  return [`${names.join(', ')}${more} (${provenance(known, context)})`]
}
