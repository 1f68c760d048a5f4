import type {NounHelp, PluginHelp} from '#help/declare'

/** What several plugins say about a noun that they share: the first description, the states and verbs of all. */
export function mergedNounHelp(noun: string, helps: readonly (PluginHelp | undefined)[]): NounHelp | undefined {
  const all = helps.flatMap((help) => help?.nouns?.[noun] ?? [])
  const [first] = all
  if (!first) return undefined
  const about = all.find((help) => help.about !== '')?.about ?? ''
  const states = new Map(all.flatMap((help) => help.states ?? []).map((state) => [state.state, state]))
  const verbs = [...new Set(all.flatMap((help) => help.verbs ?? []))]
  return {about, states: [...states.values()], verbs}
}

/** What people do with a noun every day, most used first. */
const DAILY = ['list', 'show', 'create', 'issue', 'set', 'unset', 'update', 'add', 'remove', 'start', 'stop', 'delete']

/** Orders verbs: those that the noun's help names, the daily ones, the others by name. */
export function byUse(declared: readonly string[] = []): (a: string, b: string) => number {
  const order = [...declared, ...DAILY]
  const place = (verb: string) => (order.includes(verb) ? order.indexOf(verb) : order.length)
  return (a, b) => place(a) - place(b) || (a < b ? -1 : 1)
}
