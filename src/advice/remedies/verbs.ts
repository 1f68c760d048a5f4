import {destructiveVerb} from '#advice/destructive'
import type {PluginHelp} from '#help/declare'

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
  const found = states.find((entry) => entry.state.toLowerCase() === state.toLowerCase())
  return found?.verbs.filter((verb) => verb !== 'show').slice(0, MOST) ?? []
}
