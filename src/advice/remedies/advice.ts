import type {Remedy} from '#advice/remedies/types'
import {pluginHelp} from '#help/plugin-help'
import type {RunState} from '#line/run-state'

/**
 * Remedies of plugins that have something to say about failures of anybody's commands: package.json lists their codes under
 * `osc.advises`. Only those are loaded; one that throws or is slow says nothing.
 */
export async function adviceOnAny(code: string, {index, plugin: own}: RunState): Promise<readonly Remedy[]> {
  const advisors = (index?.plugins ?? []).filter((plugin) => plugin !== own && plugin.advises?.includes(code))
  const helps = await Promise.all(advisors.map(pluginHelp))
  return helps.flatMap((help) => help?.remedies ?? [])
}
