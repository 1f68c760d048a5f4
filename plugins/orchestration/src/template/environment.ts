import {DocumentError, type Source} from '#template/document-error'
import type {Files, Place} from '#template/files'
import type {Tree, TreeMap} from '#template/tree'
import {directoryOf, displayUrl} from '#template/urls'
import {parseYaml} from '#template/yaml'

const SECTIONS = [
  'parameters',
  'parameter_defaults',
  'resource_registry',
  'encrypted_param_names',
  'event_sinks',
  'parameter_merge_strategies',
]

/** Parses an environment; an empty file is an empty environment. */
export async function parseEnvironment(source: Source): Promise<TreeMap> {
  const tree = (await parseYaml(source)) ?? new Map<string, Tree>()
  const name = displayUrl(source.url)
  if (!(tree instanceof Map)) throw new DocumentError(`${name}: an environment must be a mapping`)
  const unknown = [...tree.keys()].find((section) => !SECTIONS.includes(section))
  if (unknown === undefined) return tree
  throw new DocumentError(`${name}: unknown section '${unknown}' in an environment`, {
    hint: `Use these sections: ${SECTIONS.join(', ')}.`,
  })
}

/** Adds the files that an environment's resource registry names and replaces their names by URLs. */
export async function addRegistryFiles(environment: TreeMap, url: string, files: Files): Promise<void> {
  const registry = environment.get('resource_registry')
  if (!(registry instanceof Map)) return
  const place = {document: url, key: 'resource_registry', directory: baseOf(registry, directoryOf(url))}
  await addMappings(registry, place, files)
  const resources = registry.get('resources')
  if (!(resources instanceof Map)) return
  for (const [name, mappings] of resources) {
    if (!(mappings instanceof Map)) continue
    const key = `${place.key}.resources.${name}`
    await addMappings(mappings, {...place, key, directory: baseOf(mappings, place.directory)}, files)
  }
}

function baseOf(mappings: TreeMap, inherited: string): string {
  const base = mappings.get('base_url')
  return typeof base === 'string' ? base.replace(/[^/]$/, '$&/') : inherited
}

/** Keys of a registry that do not map a type to a file or to another type. */
const SETTINGS = new Set(['base_url', 'hooks', 'restricted_actions'])

async function addMappings(mappings: TreeMap, place: Place, files: Files): Promise<void> {
  for (const [type, target] of mappings) {
    // A target that contains `::` is another resource type.
    if (SETTINGS.has(type) || typeof target !== 'string' || target.includes('::')) continue
    mappings.set(type, await files.add(target, {...place, key: `${place.key}.${type}`}))
  }
}

/** Merges `newer` over `older`, mapping by mapping; an empty section changes nothing. */
export function mergeEnvironments(older: TreeMap, newer: TreeMap): TreeMap {
  const merged = new Map(older)
  for (const [key, value] of newer) {
    const before = merged.get(key)
    if (value instanceof Map) merged.set(key, mergeEnvironments(before instanceof Map ? before : new Map(), value))
    else if (value !== null || !(before instanceof Map)) merged.set(key, value)
  }
  return merged
}
