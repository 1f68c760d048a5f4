import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pluginHelp} from '#help/plugin-help'
import {asArray, asObject, decodeJson} from '#json'
import type {Situation} from '#line/situation'
import type {IndexedPlugin} from '#plugins/types'
import type {Remedy} from '#remedies/types'

/**
 * Remedies of plugins that have something to say about failures of anybody's commands: package.json lists their codes under
 * `osc.advises`. Only those are loaded; one that throws or is slow says nothing.
 */
export async function adviceOnAny(code: string, {index, plugin: own}: Situation): Promise<readonly Remedy[]> {
  const wise = (index?.plugins ?? []).filter((plugin) => plugin !== own && advises(plugin, code))
  const helps = await Promise.all(wise.map(pluginHelp))
  return helps.flatMap((help) => help?.remedies ?? [])
}

function advises({root, kind, foreign}: IndexedPlugin, code: string): boolean {
  if (kind === 'core' || foreign) return false
  try {
    const pjson = asObject(decodeJson(readFileSync(join(root, 'package.json'), 'utf8')))
    return asArray(asObject(pjson.osc).advises).includes(code)
  } catch {
    return false
  }
}
