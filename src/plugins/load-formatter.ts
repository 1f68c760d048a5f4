import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {OscError} from '#errors'
import type {Formatter} from '#output/formatter'
import {explainLoad} from '#plugins/explain-load'
import {guardFormatter} from '#plugins/guard-formatter'
import {refuseUnfit} from '#plugins/load'
import {shareSdk} from '#plugins/share-sdk'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** Loads an output format that a plugin adds. What is wrong with it becomes an error that names it. */
export async function loadFormatter(name: string, {formatters, plugins}: PluginIndex): Promise<Formatter> {
  const declared = formatters[name]
  const plugin = plugins[declared?.plugin ?? -1]
  if (!declared || !plugin) throw new Error(`Formatter '${name}' is not in the plugin index.`)
  return await openFormatter(name, declared.module, plugin)
}

/** The same by the module, whoever else has a formatter of this name. */
export async function openFormatter(name: string, module: string, plugin: IndexedPlugin): Promise<Formatter> {
  refuseUnfit(plugin)
  shareSdk()
  const title = `Formatter '${name}' of plugin ${plugin.name} ${plugin.version}`
  const hint = `Check the plugin: osc plugins doctor ${plugin.name}`
  const broken = (reason: string, cause?: unknown) =>
    new OscError(`${title} does not load: ${reason}.`, {code: 'PluginBroken', cause, hint})
  let loaded: {default?: unknown}
  try {
    loaded = (await import(pathToFileURL(join(plugin.root, module)).href)) as {default?: unknown}
  } catch (error) {
    throw broken(explainLoad(error), error)
  }
  if (!isFormatter(loaded.default)) throw broken('its module does not export list and show as default')
  return guardFormatter(loaded.default, title, hint)
}

const isFormatter = (value: unknown): value is Formatter =>
  typeof value === 'object' &&
  value !== null &&
  'list' in value &&
  'show' in value &&
  typeof value.list === 'function' &&
  typeof value.show === 'function'
