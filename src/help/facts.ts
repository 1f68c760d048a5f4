import {join} from 'node:path'
import {readRegular} from '#files/regular-file'
import type {Needs} from '#help/declare'
import {WATCH, withFormats, withWatch} from '#output/format-names'
import {unpackManifest} from '#plugins/packed-manifest'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** What a manifest says of a flag. Written by scripts/manifest.ts through oclif; only what help shows is listed. */
export interface FlagFacts {
  name: string
  type: 'boolean' | 'option'
  aliases?: string[]
  char?: string
  description?: string
  summary?: string
  default?: unknown
  options?: string[]
  helpValue?: string
  helpGroup?: string
  required?: boolean
  multiple?: boolean
  allowNo?: boolean
  hidden?: boolean
  /** Its value must not be shown or kept. */
  secret?: boolean
  /** Options of which exactly one, or at least one, must be given. */
  exactlyOne?: string[]
  atLeastOne?: string[]
  /** Options that it cannot be combined with. */
  exclusive?: string[]
  /** The variable that gives its value when it is not given. */
  env?: string
}

export interface ArgFacts {
  name: string
  description?: string
  required?: boolean
  multiple?: boolean
  options?: string[]
  default?: unknown
  secret?: boolean
}

export interface CommandFacts {
  /** Type of the service that it is for, where that is not its plugin's first. */
  service?: string
  /** Roles one of which is usually needed; empty: whoever has a token. */
  roles?: string[]
  microversion?: string
  /** Alias of the extension of the service's API that the command needs. */
  requires?: string
  /** What single options need, by their name. */
  needs?: Record<string, Needs>
  /** Requests that it makes: `GET /v3/projects`. */
  calls?: string[]
  seeAlso?: string[]
  /** Columns or fields that it prints whatever the cloud. */
  columns?: string[]
  id: string
  summary?: string
  description?: string
  examples?: (string | {command: string; description: string})[]
  aliases?: string[]
  args: Record<string, ArgFacts>
  flags: Record<string, FlagFacts>
  hidden?: boolean
}

const WATCH_FACTS: FlagFacts = {...WATCH, type: 'option'}

/** The facts of all commands of a plugin, by command id with spaces. Loads no command. */
export function factsOf(plugin: IndexedPlugin): Map<string, CommandFacts> {
  const text = readRegular(join(plugin.root, 'oclif.manifest.json'))
  const manifest = unpackManifest(JSON.parse(text)) as {commands: Record<string, CommandFacts>}
  return new Map(
    Object.values(manifest.commands).map((command) => {
      const id = command.id.replaceAll(':', ' ')
      return [id, {...command, id, flags: withWatch(id, command.flags, WATCH_FACTS)}]
    }),
  )
}

/** The command with the output formats of plugins among the choices of -f. */
export const withPluginFormats = (command: CommandFacts, {formatters}: PluginIndex): CommandFacts => ({
  ...command,
  flags: withFormats(command.flags, Object.keys(formatters)),
})

export function commandFacts(
  id: string,
  index: PluginIndex,
): {command: CommandFacts; plugin: IndexedPlugin} | undefined {
  const real = index.aliases[id] ?? id
  const plugin = index.plugins[index.commands[real] ?? -1]
  const command = plugin && factsOf(plugin).get(index.shadowed[real] ?? real)
  return command && {command: withPluginFormats(command, index), plugin}
}
