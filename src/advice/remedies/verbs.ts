import {destructiveVerb} from '#advice/destructive'
import type {PluginHelp, StateHelp} from '#help/declare'

const MOST = 3
/** Verbs that change a resource and need options to say how. */
const NEED_MORE = ['adopt', 'create', 'resize', 'set', 'update']
/** Verbs that interrupt what runs, or replace it. */
const INTERRUPT = ['pause', 'reboot', 'rebuild', 'rescue', 'shelve', 'stop']
const UNSAFE = new Set([...NEED_MORE, ...INTERRUPT])

/** Whether a verb can be suggested as a whole line: it takes nothing away, interrupts nothing, and needs only the name. */
export const isSafeVerb = (verb: string): boolean =>
  destructiveVerb(verb) === undefined && !verb.split(' ').some((word) => UNSAFE.has(word))

/** The verbs that a plugin declares for a noun in a state; none where either is unknown. Case does not matter. */
export function verbsIn(
  help: PluginHelp | undefined,
  noun: string | undefined,
  state: string | undefined,
): readonly string[] {
  if (noun === undefined || state === undefined) return []
  const states = help?.nouns?.[noun]?.states ?? []
  const names = (entry: StateHelp) => [entry.state, entry.inMessages].map((name) => name?.toLowerCase())
  const found = states.find((entry) => names(entry).includes(state.toLowerCase()))
  return found?.verbs.filter((verb) => verb !== 'show').slice(0, MOST) ?? []
}

/** The noun whose states apply: that of `server resize revert` is `server`. */
export function nounWithStates(help: PluginHelp | undefined, noun: string | undefined): string | undefined {
  const words = noun?.split(' ') ?? []
  const shorter = words.map((_, at) => words.slice(0, words.length - at).join(' '))
  return shorter.find((name) => help?.nouns?.[name]) ?? noun
}
