import {lstatSync, realpathSync} from 'node:fs'
import {basename, dirname, join, sep} from 'node:path'
import {readRegular} from '#files/regular-file'
import {asArray, asObject, asText, isObject, type JsonObject} from '#json'
import {oneLine, type Reading} from '#plugins/reading'
import type {PluginKind} from '#plugins/types'

/** A package that is, or should be, a plugin. */
export interface Candidate {
  name: string
  root: string
  kind: PluginKind
  /** The package that brought it along: the core, or a set of plugins. */
  broughtBy?: string
}

/** The places that plugins are looked for in. */
export interface Places {
  coreRoot: string
  /** The package whose program was started: the core, or a set. */
  root: string
  /** The same by the path that it was started by, where that is a link: what was installed is beside the link. */
  linkedRoot?: string | undefined
  /** Where `osc plugins install` puts them. */
  dataDir: string
}

/** Called for every place that should hold plugins and cannot be read. */
export type Complain = (problem: {name: string; kind: PluginKind; root: string; reason: string}) => void

/**
 * Every package that may be a plugin, in the order in which they win over each other's commands: the core, what the core
 * and the started set bring along, what the user installed or linked, what npm put beside the core.
 */
export function findCandidates(places: Places, reading: Reading, complain: Complain): Candidate[] {
  const {coreRoot, root, dataDir} = places
  const own = [...new Set([coreRoot, root])].flatMap((base) =>
    members({name: base, root: base, kind: 'bundled'}, reading, complain),
  )
  own.push(...workspacePlugins(places, reading))
  const outer = [...userPlugins(dataDir, reading, complain), ...besideCore(places, reading)]
  const found = [...own, ...outer, ...outer.flatMap((candidate) => membersOfSet(candidate, reading, complain))]
  return [{name: '@osc-cli/core', root: coreRoot, kind: 'core'}, ...strongest(found)]
}

const STRENGTH: Record<PluginKind, number> = {core: 4, link: 3, user: 2, global: 1, bundled: 0}

/** Of several copies of a package all but the strongest come after it, in case it is broken. */
function strongest(found: readonly Candidate[]): Candidate[] {
  const byName = Map.groupBy(found, ({name}) => name)
  return [...byName.values()].flatMap((copies) => copies.toSorted((a, b) => STRENGTH[b.kind] - STRENGTH[a.kind]))
}

/** The plugins that a package lists as `oclif.plugins`. */
function members(base: Candidate, reading: Reading, complain: Complain): Candidate[] {
  const pjson = reading.json(join(base.root, 'package.json'))
  const oclif = asObject(pjson.oclif)
  const broughtBy = asText(pjson.name) ?? base.name
  return texts(oclif.plugins).flatMap((name): Candidate[] => {
    const folder = findPackage(name, base.root, reading)
    if (folder) return [{name, root: folder, kind: base.kind, broughtBy}]
    complain({name, kind: base.kind, root: base.root, reason: `not found from ${base.root}`})
    return []
  })
}

/** In this repository: every plugin of the workspace, in the order of the folders, when it is the core itself that was started. */
function workspacePlugins({coreRoot, root}: Places, reading: Reading): Candidate[] {
  if (root !== coreRoot || coreRoot.split(sep).includes('node_modules')) return []
  const folder = join(coreRoot, 'plugins')
  return reading
    .names(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((place) => reading.exists(join(place, 'package.json')))
    .map((place) => ({name: nameOf(place, reading), root: place, kind: 'bundled', broughtBy: '@osc-cli/core'}))
}

function nameOf(root: string, reading: Reading): string {
  try {
    return asText(reading.json(join(root, 'package.json')).name) ?? basename(root)
  } catch {
    // Reported when the package itself is read.
    return basename(root)
  }
}

function membersOfSet(candidate: Candidate, reading: Reading, complain: Complain): Candidate[] {
  try {
    const pjson = reading.json(join(candidate.root, 'package.json'))
    return isSet(pjson) ? members(candidate, reading, complain) : []
  } catch {
    // Reading the package itself reports what is wrong with it.
    return []
  }
}

/** A package that brings plugins along and has no commands of its own. */
export const isSet = ({oclif}: JsonObject): boolean => {
  const {plugins, commands} = asObject(oclif)
  return commands === undefined && texts(plugins).length > 0
}

/** What `osc plugins install` and `osc plugins link` wrote down. */
function userPlugins(dataDir: string, reading: Reading, complain: Complain): Candidate[] {
  const file = join(dataDir, 'package.json')
  if (!reading.exists(file)) return []
  try {
    return asArray(asObject(reading.json(file).oclif).plugins).flatMap((entry): Candidate[] => {
      const {name, type, root} = isObject(entry) ? entry : {name: entry}
      if (typeof name !== 'string') return []
      if (type === 'link' && typeof root === 'string') return [{name, root, kind: 'link'}]
      return [{name, root: join(dataDir, 'node_modules', name), kind: 'user'}]
    })
  } catch (error) {
    complain({name: 'installed plugins', kind: 'user', root: dataDir, reason: `${dataDir}: ${oneLine(error)}`})
    return []
  }
}

/** Packages with an `osc` section where a package manager put the core globally, in the order of their arrival. */
function besideCore({root, linkedRoot = root}: Places, reading: Reading): Candidate[] {
  const started = realpathSync(root)
  return (
    globalModules(linkedRoot, reading)
      .flatMap((folder) => packagesIn(folder, reading))
      .filter(({name, root: place}) => name !== '@osc-cli/core' && hasOscSection(place, reading))
      // What a link leads to has its own packages around it.
      .map((link) => ({candidate: {...link, root: realpathSync(link.root)}, since: lstatSync(link.root).birthtimeMs}))
      .filter(({candidate}) => candidate.root !== started)
      .sort((a, b) => a.since - b.since || (a.candidate.name < b.candidate.name ? -1 : 1))
      .map(({candidate}) => candidate)
  )
}

function packagesIn(folder: string, reading: Reading): Candidate[] {
  return reading
    .names(folder)
    .flatMap((name) =>
      name.startsWith('@') ? reading.names(join(folder, name)).map((part) => `${name}/${part}`) : [name],
    )
    .filter((name) => !name.startsWith('.'))
    .map((name) => ({name, root: join(folder, name), kind: 'global'}))
}

/**
 * The `node_modules` that packages beside the one at `root` are in: the same one. pnpm keeps each in `.pnpm/NAME/node_modules`
 * with what it needs, and links what was asked for in the `node_modules` beside or around `.pnpm`; since version 11 each global
 * package has a folder of its own, `global/v11/HASH/node_modules`, where HASH is a link to the current one.
 */
function globalModules(root: string, reading: Reading): string[] {
  const folder = modulesAbove(root)
  if (folder === undefined) return []
  const own = dirname(folder)
  const parent = dirname(own)
  if (basename(parent) === '.pnpm') {
    const base = dirname(parent)
    return [basename(base) === 'node_modules' ? base : join(base, 'node_modules')]
  }
  if (!/^v\d+$/.test(basename(parent)) || basename(dirname(parent)) !== 'global') return [folder]
  return reading
    .names(parent)
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .map((name) => join(parent, name, 'node_modules'))
}

function modulesAbove(root: string): string | undefined {
  const folder = dirname(root)
  const modules = basename(folder).startsWith('@') ? dirname(folder) : folder
  return basename(modules) === 'node_modules' ? modules : undefined
}

function hasOscSection(root: string, reading: Reading): boolean {
  const file = join(root, 'package.json')
  try {
    // Hundreds of other packages may be here: npm replaces a package's folder, so that the folder around it shows changes.
    const pjson: unknown = JSON.parse(readRegular(file))
    if (!isObject(pjson) || !isObject(pjson.osc)) return false
    reading.watch(file)
    return true
  } catch {
    return false
  }
}

function findPackage(name: string, from: string, reading: Reading): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if (reading.exists(join(place, 'package.json'))) return place
    if (dirname(folder) === folder) return undefined
  }
}

const texts = (value: unknown): string[] => asArray(value).filter((each) => typeof each === 'string')
