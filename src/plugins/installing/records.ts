import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {OscError} from '#errors'
import {readRegular} from '#files/regular-file'
import {asArray, asObject, decodeJson, isObject, type JsonObject} from '#json'
import {oneLine} from '#plugins/reading'

/** What the data directory's package.json says, as @oclif/plugin-plugins keeps it. */
export function readNotes(folder: string): JsonObject {
  return readObject(join(folder, 'package.json'))
}

export const notedPlugins = (folder: string): JsonObject[] =>
  asArray(asObject(readNotes(folder).oclif).plugins).map((entry) =>
    isObject(entry) ? entry : {name: entry, type: 'user'},
  )

/** Notes a plugin: in the place it had, for the order decides who wins, or after the others. */
export function notePlugin(folder: string, entry: JsonObject & {name: string}): void {
  const all = notedPlugins(folder)
  const at = all.findIndex(({name}) => name === entry.name)
  writeNotes(folder, at < 0 ? [...all, entry] : all.with(at, entry))
}

export function forgetPlugin(folder: string, name: string): void {
  writeNotes(
    folder,
    notedPlugins(folder).filter((entry) => entry.name !== name),
  )
}

export function writeNotes(folder: string, plugins: readonly JsonObject[]): void {
  const {oclif, ...notes} = readNotes(folder)
  const all = {name: 'osc', private: true, ...notes, oclif: {schema: 1, ...asObject(oclif), plugins: [...plugins]}}
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(all, null, 2)}\n`)
}

/** What was installed, as the user then trusted it: by plugin version, integrity, whether scripts ran, provenance. */
export interface Trust {
  version: string
  integrity?: string | undefined
  scripts: boolean
  /** Address of the registry's attestation of where and how the package was built. */
  provenance?: string | undefined
}

export function readTrust(folder: string): Record<string, Trust> {
  const known = Object.entries(readObject(join(folder, 'trust.json')))
  return Object.fromEntries(known.flatMap(([name, value]) => (isTrust(value) ? [[name, value]] : [])))
}

const isTrust = (value: unknown): value is Trust & JsonObject => isObject(value) && typeof value.version === 'string'

export function writeTrust(folder: string, trust: Readonly<Record<string, Trust>>): void {
  writeFileSync(join(folder, 'trust.json'), `${JSON.stringify(trust, null, 2)}\n`, {mode: 0o600})
}

/** The object in a JSON file; empty when there is none. A damaged file is an error, not a reason to forget what it held. */
function readObject(file: string): JsonObject {
  if (!existsSync(file)) return {}
  try {
    return asObject(decodeJson(readRegular(file)))
  } catch (error) {
    throw new OscError(`${file} is damaged: ${oneLine(error)}.`, {
      cause: error,
      hint: 'Remove every installed plugin and start again: osc plugins reset',
    })
  }
}
