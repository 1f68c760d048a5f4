import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** The part of a package.json that makes a package a plugin. */
interface PackageJson {
  name: string
  version: string
  oclif?: {
    commands?: string | {target?: string}
    plugins?: string[] | {name: string; type: string; root?: string}[]
    devPlugins?: string[]
  }
  osc?: {namespaces?: string[]; services?: string[]; displayName?: string}
}

interface Manifest {
  commands: Record<string, {id: string; aliases?: string[]; hiddenAliases?: string[]; hidden?: boolean}>
}

/** A package that is, or should be, a plugin. */
interface Candidate {
  name: string
  root: string
  kind: IndexedPlugin['kind']
}

/** Everything that `discover` read: when one of these files changes, the index is made anew. */
export interface Discovery {
  index: PluginIndex
  files: readonly string[]
}

/**
 * Reads the plugins' package.json and oclif.manifest.json: the core's and the meta-package's own (`oclif.plugins`), in
 * this repository `oclif.devPlugins` too, and what the user installed or linked below `dataDir` (@oclif/plugin-plugins).
 */
export function discover(coreRoot: string, root: string, dataDir: string): Discovery {
  const files: string[] = []
  const broken: {name: string; reason: string}[] = []
  const found: {plugin: IndexedPlugin; manifest: Manifest}[] = []
  for (const candidate of candidates(coreRoot, root, dataDir, files, broken)) {
    if (found.some(({plugin}) => plugin.name === candidate.name)) continue
    try {
      found.push(readPlugin(candidate, files))
    } catch (error) {
      broken.push({name: candidate.name, reason: error instanceof Error ? error.message : String(error)})
    }
  }
  return {index: {...merge(found), broken}, files}
}

function candidates(
  coreRoot: string,
  root: string,
  dataDir: string,
  files: string[],
  broken: {name: string; reason: string}[],
): Candidate[] {
  const core = {name: '@osc-cli/core', root: coreRoot, kind: 'core' as const}
  const bundled = [...new Set([coreRoot, root])].flatMap((base) => {
    const {oclif} = readJson<PackageJson>(join(base, 'package.json'), files)
    const names = [...(oclif?.plugins ?? []), ...(oclif?.devPlugins ?? [])].filter((name) => typeof name === 'string')
    return names.flatMap((name): Candidate[] => {
      const folder = findPackage(name, base)
      if (folder) return [{name, root: folder, kind: 'bundled'}]
      // A published core has no devPlugins beside it; what the set promises must be there.
      if (!oclif?.devPlugins?.includes(name)) broken.push({name, reason: `not found from ${base}`})
      return []
    })
  })
  return [core, ...bundled, ...userPlugins(dataDir, files)]
}

/** What `osc plugins install` and `osc plugins link` wrote down. */
function userPlugins(dataDir: string, files: string[]): Candidate[] {
  const file = join(dataDir, 'package.json')
  if (!existsSync(file)) {
    files.push(file)
    return []
  }
  const entries = readJson<PackageJson>(file, files).oclif?.plugins ?? []
  return entries.flatMap((entry): Candidate[] => {
    if (typeof entry === 'string') return [{name: entry, root: join(dataDir, 'node_modules', entry), kind: 'user'}]
    if (entry.type === 'link' && entry.root) return [{name: entry.name, root: entry.root, kind: 'link'}]
    return [{name: entry.name, root: join(dataDir, 'node_modules', entry.name), kind: 'user'}]
  })
}

function findPackage(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return place
    if (dirname(folder) === folder) return undefined
  }
}

function readPlugin({name, root, kind}: Candidate, files: string[]): {plugin: IndexedPlugin; manifest: Manifest} {
  const pjson = readJson<PackageJson>(join(root, 'package.json'), files)
  const manifest = readJson<Manifest>(join(root, 'oclif.manifest.json'), files)
  const {commands} = pjson.oclif ?? {}
  const foreign = kind !== 'core' && !pjson.osc
  return {
    manifest,
    plugin: {
      name,
      root,
      kind,
      foreign,
      version: pjson.version,
      namespaces: pjson.osc?.namespaces ?? [],
      services: pjson.osc?.services ?? [],
      displayName: pjson.osc?.displayName ?? name,
      commandsDir: (typeof commands === 'string' ? commands : commands?.target) ?? './dist/commands',
    },
  }
}

function readJson<T>(file: string, files: string[]): T {
  files.push(file)
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

/** One table of commands: the core's own first, then whichever plugin came first. */
function merge(found: readonly {plugin: IndexedPlugin; manifest: Manifest}[]): Omit<PluginIndex, 'broken'> {
  const commands: Record<string, number> = {}
  const aliases: Record<string, string> = {}
  const hidden: string[] = []
  for (const [place, {manifest}] of found.entries()) {
    for (const command of Object.values(manifest.commands)) {
      const id = command.id.replaceAll(':', ' ')
      commands[id] ??= place
      if (command.hidden) hidden.push(id)
      for (const alias of [...(command.aliases ?? []), ...(command.hiddenAliases ?? [])]) {
        aliases[alias.replaceAll(':', ' ')] ??= id
      }
    }
  }
  return {plugins: found.map(({plugin}) => plugin), commands, aliases, hidden}
}
