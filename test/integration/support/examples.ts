import {globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {asArray, asObject, asText, decodeJson, type JsonObject} from '#json'
import {repository} from '../../support/program.ts'

export interface Example {
  /** Package name of the plugin, or of the core. */
  plugin: string
  /** `stack list`. */
  id: string
  /** A line of shell: `osc stack list --long`. */
  command: string
  description: string
}

/** Every example of every command of this repository's packages, as their manifests have it. Needs a build. */
export function examples(plugin?: string): Example[] {
  const files = globSync(['oclif.manifest.json', 'plugins/*/oclif.manifest.json'], {cwd: repository}).sort()
  if (files.length === 0) throw new Error('No oclif.manifest.json: run npm run build first.')
  return files.flatMap((file) => {
    const folder = join(repository, dirname(file))
    const name = asText(readObject(join(folder, 'package.json')).name) ?? file
    return plugin === undefined || plugin === name
      ? examplesOf(name, readObject(join(folder, 'oclif.manifest.json')))
      : []
  })
}

function examplesOf(plugin: string, manifest: JsonObject): Example[] {
  return Object.values(asObject(manifest.commands)).flatMap((value) => {
    const command = asObject(value)
    const id = String(command.id).replaceAll(':', ' ')
    return asArray(command.examples).map((example) => ({
      plugin,
      id,
      command: asText(asObject(example).command) ?? asText(example) ?? '',
      description: asText(asObject(example).description) ?? '',
    }))
  })
}

const readObject = (file: string): JsonObject => asObject(decodeJson(readFileSync(file, 'utf8')))

const ELSEWHERE =
  /^osc (quota (set|delete|list)|extension show|project cleanup --auto-approve|plugins (build|bundle|create|dev|install|lint|sync|uninstall|update))\b/

/**
 * What no cloud is enough for: quotas and services that a cloud may lack are tried on a fixture (test/unit/commands),
 * changes of plugins on a registry (test/packaging).
 */
export const runsElsewhere = (command: string): boolean => ELSEWHERE.test(command)
