import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, isAbsolute, join, resolve} from 'node:path'
import {OscError} from '#errors'
import {asObject, asText, decodeJson} from '#json'
import type {Folders} from '#testing/folders'

/** Makes plugins known to the commands of a test, as `osc plugins link` does: folders, or names of installed packages. */
export function linkPlugins(plugins: readonly string[], folders: Folders): void {
  const linked = plugins.map((plugin) => {
    const root = folderOf(plugin)
    const {name} = asObject(decodeJson(readFileSync(join(root, 'package.json'), 'utf8')))
    return {type: 'link', name: asText(name) ?? plugin, root}
  })
  writeFileSync(join(folders.data, 'package.json'), JSON.stringify({oclif: {plugins: linked}}))
}

function folderOf(plugin: string): string {
  if (plugin.startsWith('.') || isAbsolute(plugin)) return resolve(plugin)
  try {
    return dirname(createRequire(join(process.cwd(), 'package.json')).resolve(`${plugin}/package.json`))
  } catch (error) {
    throw new OscError(`The plugin ${plugin} was not found from ${process.cwd()}.`, {
      cause: error,
      hint: `Install it: npm install --save-dev ${plugin}`,
    })
  }
}
