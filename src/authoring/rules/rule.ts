import {join} from 'node:path'
import {errorCodes} from '#error-codes'
import type {CommandFacts} from '#help/facts'
import {asObject, asText, type JsonObject} from '#json'
import {readDataFile} from '#plugins/data-file'
import type {PluginIndex} from '#plugins/types'

/** A plugin as the rules see it. */
export interface LintedPlugin {
  root: string
  /** Its package.json. */
  packageJson: JsonObject
  /** Its manifest's commands; empty when there is no manifest. */
  commands: readonly CommandFacts[]
  /** The commands that everybody has, and the plugins beside it. */
  index: PluginIndex
  /** Plugins that people may have as well: those that osc knows and that are not installed. */
  known: PluginIndex
  /** The folder of the core. */
  coreRoot: string
}

/** Something that is not as people expect it. */
export interface Finding {
  /** The command, the option of a command, or the file. */
  where: string
  message: string
}

/** `rule` names it; what it finds is worth a change. */
export type Rule = (plugin: LintedPlugin) => Finding[] | Promise<Finding[]>

/** The codes of errors: every plugin's, and those that this one declares. */
export function knownCodes({root, packageJson}: LintedPlugin): ReadonlySet<string> {
  const file = asText(asObject(packageJson.osc).data)
  const own = file === undefined ? [] : (readDataFile(join(root, file)).data.errorCodes ?? [])
  return new Set([...errorCodes(), ...own].flatMap(({code, also = []}) => [code, ...also]))
}

/** The plugin's own commands, and those beside it. */
export const knownCommands = ({commands, index}: LintedPlugin): ReadonlySet<string> =>
  new Set([...commands.map(({id}) => id), ...Object.keys(index.commands)])
