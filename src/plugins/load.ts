import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Command} from '@oclif/core/command'
import type {Flag} from '@oclif/core/interfaces'
import {OscError} from '#errors'
import type {OscConfig} from '#line/oclif-config'
import {loadCoreCommand} from '#plugins/core-commands'
import {shareSdk} from '#plugins/share-sdk'
import type {IndexedPlugin} from '#plugins/types'

export interface CommandClass {
  new (argv: string[], config: OscConfig): Command
  flags?: Record<string, Flag<unknown>>
  id?: string
}

/**
 * Loads the one module of a command: `stack list` is `stack/list.js` below the plugin's compiled commands. Whatever is
 * wrong with the plugin becomes one error that says what and how to fix it.
 */
export async function loadCommand(id: string, plugin: IndexedPlugin): Promise<CommandClass> {
  refuseUnfit(plugin)
  shareSdk()
  const loaded = await importCommand(id, plugin)
  if (!isCommandClass(loaded.default)) throw broken(id, plugin, 'its module does not export a command as default')
  loaded.default.id = id
  return loaded.default
}

/** Throws when a plugin is made for another core: nothing of it is loaded then. */
export function refuseUnfit({name, version, unfit}: IndexedPlugin): void {
  if (unfit) throw new OscError(`Plugin ${name} ${version} ${unfit.reason}.`, {code: 'PluginRange', hint: unfit.fix})
}

async function importCommand(id: string, plugin: IndexedPlugin): Promise<{default?: unknown}> {
  try {
    if (plugin.kind === 'core') return (await loadCoreCommand(id.replaceAll(' ', '/'))) as {default?: unknown}
    return (await import(pathToFileURL(commandFile(id, plugin)).href)) as {default?: unknown}
  } catch (error) {
    const {explainLoad} = await import('#plugins/explain-load')
    throw broken(id, plugin, explainLoad(error), error)
  }
}

/** `stack/list.js`, or `stack/list/index.js`, as oclif has it. */
function commandFile(id: string, plugin: IndexedPlugin): string {
  const path = join(plugin.root, plugin.commandsDir, ...id.split(' '))
  return existsSync(`${path}.js`) || !existsSync(path) ? `${path}.js` : join(path, 'index.js')
}

/** Whether a module's default export can be run as a command. */
export const isCommandClass = (value: unknown): value is CommandClass =>
  typeof value === 'function' && typeof value.prototype?.run === 'function'

function broken(id: string, plugin: IndexedPlugin, reason: string, cause?: unknown): OscError {
  return new OscError(`Command '${id}' of plugin ${plugin.name} ${plugin.version} does not load: ${reason}.`, {
    code: 'PluginBroken',
    cause,
    hint: `Check the plugin: osc plugins doctor ${plugin.name}`,
  })
}
