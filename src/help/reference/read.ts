import {join} from 'node:path'
import {OscError} from '#errors'
import {indexOf} from '#plugins/merge'
import {type ReadPlugin, readPlugin} from '#plugins/read-plugin'
import {oneLine, Reading} from '#plugins/reading'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** An index of these plugins alone: a reference of one lists nothing of others. */
export const readIndex = (plugins: readonly Pick<IndexedPlugin, 'name' | 'root' | 'kind'>[]): PluginIndex =>
  indexOf(plugins.map(read))

function read({name, root, kind}: Pick<IndexedPlugin, 'name' | 'root' | 'kind'>): ReadPlugin {
  const reading = new Reading()
  try {
    return readPlugin({name, root, kind}, reading.json(join(root, 'package.json')), reading)
  } catch (error) {
    throw new OscError(`Plugin ${name} in ${root} cannot be read: ${oneLine(error)}.`, {
      code: 'PluginBroken',
      cause: error,
      hint: 'If it is not built: osc plugins build',
    })
  }
}
