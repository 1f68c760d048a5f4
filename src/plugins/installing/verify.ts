import {join} from 'node:path'
import {OscError} from '#errors'
import {asText} from '#json'
import {isSet} from '#plugins/candidates'
import {misfit} from '#plugins/core-range'
import {readPlugin} from '#plugins/read-plugin'
import {oneLine, Reading} from '#plugins/reading'

/** The version of an installed package, when it is a plugin or a set that this core can run; an error that says why not else. */
export function verifyPlugin(name: string, folder: string, coreVersion: string): string {
  const root = join(folder, 'node_modules', name)
  const reading = new Reading()
  try {
    const pjson = reading.json(join(root, 'package.json'))
    const version = asText(pjson.version) ?? ''
    if (isSet(pjson)) return version
    const {plugin, coreRange} = readPlugin({name, root, kind: 'user'}, pjson, reading)
    const unfit = misfit(plugin, coreRange, coreVersion)
    if (unfit) throw new OscError(`${name} ${version} ${unfit.reason}.`, {code: 'PluginRange', hint: unfit.fix})
    return version
  } catch (error) {
    if (error instanceof OscError) throw error
    throw new OscError(`${name} is not an osc plugin: ${oneLine(error)}. Nothing was changed.`, {code: 'NoPlugin'})
  }
}
