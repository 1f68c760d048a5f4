import type {PluginHelp} from '#help/declare'

/** How many verbs are told. */
const MOST = 3

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
