import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {asObject, type CommandContext, type Json, type JsonObject, readText, UsageError} from '@osc-cli/core'
import type {StateChange} from '#machine/states'
import {toJson} from '#plan/json'
import {readYaml} from '#plan/yaml'

/** A change that runs steps of manual cleaning. */
export const cleaning = (...steps: JsonObject[]): StateChange => ({
  target: 'clean',
  wanted: 'manageable',
  done: 'cleaned',
  steps,
})

/** Erases the partition tables of all disks. */
export const ERASE_METADATA: JsonObject = {interface: 'deploy', step: 'erase_devices_metadata'}

/** A configuration from a file, or JSON or YAML itself, with a list of dictionaries under `key`. UsageError for others. */
export async function readConfiguration(
  {runtime}: Pick<CommandContext, 'runtime'>,
  given: string,
  key: string,
): Promise<JsonObject> {
  const isFile = existsSync(resolve(runtime.cwd, given))
  const name = isFile ? given : 'The configuration'
  const content: Json = toJson(readYaml(name, isFile ? await readText(given, runtime) : given))
  const items = asObject(content)[key]
  if (Array.isArray(items) && items.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item)))
    return asObject(content)
  throw new UsageError(`${name} does not have a list of dictionaries under the key ${key}.`, {
    hint: `Write it as: {"${key}": [{...}]}, or name a file with it.`,
  })
}
