import {currentNames, oldClients, type Today, today, todayOfAny} from '#advice/suggest/old-clients/today'
import {type Guess, rank} from '#advice/suggest/rank'

/** A command that may have been meant, and what else the line needs to become it. */
export interface Suggestion extends Guess {
  added: readonly string[]
  /** Old options to today's. */
  renamed: Readonly<Record<string, string>>
}

const MOST = 3
/** What a guess costs at least that lacks a word of its command. */
export const LACKS_A_WORD = 0.6
const CERTAIN = 0.35
const PROGRAMS = new Set(['openstack', 'osc'])
const NOTHING_ELSE = {added: [], renamed: {}}

/** Up to three commands for the words in front of a line, best first; what is far behind the best is left out. */
export function suggestCommands(words: readonly string[], ids: readonly string[]): Suggestion[] {
  const named = withoutProgram(words)
  const {skipped} = named
  const installed = likely(named.words, ids)
  const old = ofOldClient(named.words, ids, installed[0]?.cost)
  const found = [...old, ...installed]
  const isFar = found.every(({cost}) => cost >= LACKS_A_WORD)
  const guesses = isFar ? [...ofNoPlugin(named.words, ids), ...found] : found
  const distinct = [...Map.groupBy(guesses, ({id}) => id).values()].flatMap(whole)
  const best = distinct[0]?.cost ?? 0
  return distinct
    .filter(({cost}) => cost <= best + 0.6)
    .slice(0, MOST)
    .map((guess) => ({...guess, used: [...range(skipped), ...guess.used.map((place) => place + skipped)]}))
}

/** Of several readings as one command the one that leaves the fewest words over: `describe stack web`. */
const whole = (readings: readonly Suggestion[]): Suggestion[] =>
  readings.toSorted((a, b) => b.used.length - a.used.length).slice(0, 1)

/** `osc openstack stack list`: pasted with the program's name. */
function withoutProgram(words: readonly string[]): {words: readonly string[]; skipped: number} {
  const skipped = words.length > 1 && PROGRAMS.has(words[0] ?? '') ? 1 : 0
  return {words: words.slice(skipped), skipped}
}

function likely(words: readonly string[], ids: readonly string[]): Suggestion[] {
  return rank(words, ids).map((guess) => ({...guess, ...NOTHING_ELSE}))
}

/** `server lst`, `list images`: what is certain enough to say that no plugin has it. */
function ofNoPlugin(words: readonly string[], ids: readonly string[]): Suggestion[] {
  const installed = new Set(ids)
  const others = currentNames().filter((id) => !installed.has(id))
  return likely(words, others).filter(({cost}) => cost <= CERTAIN)
}

/** `heat stack-list`, `keystone tenant-list`, `nova boot`, `heat stack list`; and without the client in front. */
function ofOldClient(words: readonly string[], ids: readonly string[], otherwise = LACKS_A_WORD): Suggestion[] {
  const [first = ''] = words
  if (!Object.hasOwn(oldClients(), first)) {
    // A word of today's commands keeps today's meaning.
    const spaced = first.replaceAll('-', ' ')
    const isToday = ids.some((id) => id === spaced || (id.includes(first) && id.split(' ').includes(first)))
    const alone = isToday ? undefined : todayOfAny(first)
    // What is installed counts before what no plugin has: `pause stack x`.
    const counts = alone && (ids.includes(alone.id) || otherwise >= LACKS_A_WORD)
    return counts ? [suggestion(alone, 0.3, [0])] : []
  }
  // With a space for each dash too: the longest name counts, as `resource type list` where there is `resource` as well.
  for (let end = words.length; end > 1; end -= 1) {
    const exact = today(first, words.slice(1, end).join('-').replaceAll('_', '-'))
    if (exact) return [suggestion(exact, 0, range(end))]
  }
  const near = rank(words.slice(1), oldNames(first))[0]
  const meant = near && today(first, near.id.replaceAll(' ', '-'))
  const guesses = rank(words.slice(1), ids).map((guess): Suggestion => {
    return {...guess, cost: guess.cost + 0.05, used: [0, ...guess.used.map((place) => place + 1)], ...NOTHING_ELSE}
  })
  const old = near && meant ? [suggestion(meant, near.cost, [0, ...near.used.map((place) => place + 1)])] : []
  return [...old, ...guesses].sort((a, b) => a.cost - b.cost)
}

const suggestion = ({id, added, options}: Today, cost: number, used: readonly number[]): Suggestion => ({
  id,
  cost,
  used,
  added,
  renamed: options,
})

/** The client's own sub-commands as words, so that a misspelt one is found as a misspelt command is. */
function oldNames(client: string): string[] {
  const {nouns = {}, others = {}} = oldClients()[client] ?? {}
  const regular = Object.keys(nouns).flatMap((noun) =>
    ['list', 'show', 'create', 'delete', 'update'].map((verb) => `${noun}-${verb}`),
  )
  return [...new Set([...regular, ...Object.keys(others)])].map((name) => name.replaceAll('-', ' '))
}

const range = (length: number) => Array.from({length}, (_, at) => at)
