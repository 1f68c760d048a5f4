import type {CommandFacts} from '#help/facts'

/** What a noun can do in any case, and a verb of two words (`group add user`) can not. */
const OF_NOUNS = ['list', 'show', 'create']

/** Parts a command into noun and verb. A command of one word is its own noun. */
export function nounsOf(ids: readonly string[]): (id: string) => [noun: string, verb: string | undefined] {
  const known = new Set(ids)
  const isNoun = (words: string) => OF_NOUNS.some((verb) => known.has(`${words} ${verb}`))
  return (id) => {
    const words = id.split(' ')
    if (words.length === 1) return [id, undefined]
    const lengths = words.slice(1).map((_, at) => words.length - 1 - at)
    const length = lengths.find((some) => isNoun(words.slice(0, some).join(' '))) ?? words.length - 1
    return [words.slice(0, length).join(' '), words.slice(length).join(' ')]
  }
}

/**
 * A noun with its verbs; a command of one word, or of no noun, with what it does. `away` has why a noun is not there in
 * this cloud.
 */
export function nounEntries(
  commands: readonly CommandFacts[],
  away: ReadonlyMap<string, string>,
): {entries: [string, string][]; whole?: string[]} {
  const parts = nounsOf(commands.map(({id}) => id))
  const verbs = new Map<string, string[]>()
  const summaries = new Map<string, string>()
  for (const {id, summary = ''} of commands) {
    const [noun, verb] = parts(id)
    verbs.set(noun, [...(verbs.get(noun) ?? []), ...(verb === undefined ? [] : [verb])])
    if (verb === undefined) summaries.set(noun, summary)
  }
  const entries = [...verbs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([noun, list]): [string, string] => {
      const mark = away.has(noun) ? `. Not available: ${away.get(noun)}.` : ''
      return [noun, (list.length > 0 ? list.sort().join(', ') : (summaries.get(noun) ?? '')) + mark]
    })
  const whole = [...new Set([...verbs.values()].flat().filter((verb) => verb.includes(' ')))]
  return {entries, ...(whole.length > 0 ? {whole} : {})}
}
