import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Command} from '@oclif/core/command'
import type {Flag} from '@oclif/core/interfaces'
import {OscError} from '#errors'
import type {OscConfig} from '#oclif-config'
import {loadCoreCommand} from '#plugins/core-commands'
import {shareSdk} from '#plugins/share-sdk'
import type {IndexedPlugin} from '#plugins/types'

export interface CommandClass {
  new (argv: string[], config: OscConfig): Command
  flags?: Record<string, Flag<unknown>>
}

/** Loads the one module of a command: `stack list` is `stack/list.js` below the plugin's compiled commands. */
export async function loadCommand(id: string, plugin: IndexedPlugin): Promise<CommandClass> {
  shareSdk()
  const file = join(plugin.root, plugin.commandsDir, ...id.split(' '))
  try {
    const loaded = (
      plugin.kind === 'core'
        ? await loadCoreCommand(id.replaceAll(' ', '/'))
        : await import(pathToFileURL(`${file}.js`).href)
    ) as {default: CommandClass}
    const command = loaded.default as CommandClass & {id?: string}
    command.id = id
    return command
  } catch (error) {
    throw new OscError(
      `Command '${id}' of plugin ${plugin.name} ${plugin.version} does not load: ${error instanceof Error ? error.message : error}`,
      {
        code: 'PluginBroken',
        cause: error,
        hint: `Install it again: osc plugins install ${plugin.name}`,
      },
    )
  }
}
