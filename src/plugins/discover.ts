import {join} from 'node:path'
import {asText} from '#json'
import {type Candidate, findCandidates, isSet, type Places} from '#plugins/candidates'
import {misfit} from '#plugins/core-range'
import {fixFor} from '#plugins/fix'
import {recoverPlugins} from '#plugins/installing/change'
import {mergePlugins} from '#plugins/merge'
import {type ReadPlugin, readPlugin} from '#plugins/read-plugin'
import {oneLine, Reading} from '#plugins/reading'
import type {BrokenPlugin, Conflict, PluginIndex, PluginKind} from '#plugins/types'

/** A package that brings plugins along. */
export interface PluginSet {
  name: string
  version: string
  root: string
  kind: PluginKind
}

export interface Discovery {
  index: PluginIndex
  conflicts: readonly Conflict[]
  sets: readonly PluginSet[]
  /** Everything that was read, with what it looked like: when any of it changes, the index is rebuilt. */
  made: readonly (readonly [path: string, mark: string])[]
}

/**
 * Finds all plugins and reads their package.json and oclif.manifest.json; loads none of their code. A malformed plugin is listed
 * in `index.broken`, and costs the others nothing.
 */
export function discover(places: Places): Discovery {
  recoverPlugins(places.dataDir)
  const reading = new Reading()
  const broken: BrokenPlugin[] = []
  const complain = (problem: Omit<BrokenPlugin, 'fix'>) => broken.push({...problem, fix: fixFor(problem, places)})
  const coreVersion = asText(reading.json(join(places.coreRoot, 'package.json')).version) ?? '0.0.0'
  const sets: PluginSet[] = []
  const found: ReadPlugin[] = []
  const read = (candidate: Candidate) => {
    const pjson = reading.json(join(candidate.root, 'package.json'))
    if (isSet(pjson) && candidate.kind !== 'core') {
      const {name, root, kind} = candidate
      sets.push({name, root, kind, version: asText(pjson.version) ?? '0.0.0'})
      return
    }
    found.push(checkRange(readPlugin(candidate, pjson, reading), coreVersion))
  }
  for (const candidate of findCandidates(places, reading, complain)) {
    const better = found.find(({plugin}) => plugin.name === candidate.name)
    if (better && better.plugin.unfit === undefined) continue
    try {
      read(candidate)
    } catch (error) {
      complain({...onlyPlace(candidate), reason: oneLine(error)})
    }
  }
  const {conflicts, ...index} = mergePlugins(usable(found))
  return {index: {...index, broken}, conflicts, sets, made: [...reading.made]}
}

const onlyPlace = ({name, kind, root}: Candidate) => ({name, kind, root})

function checkRange(read: ReadPlugin, coreVersion: string): ReadPlugin {
  const unfit = misfit(read.plugin, read.coreRange, coreVersion)
  return unfit ? {...read, plugin: {...read.plugin, unfit}} : read
}

/** One copy of each; those for another core come last, so that they take no command from one that runs. */
function usable(found: readonly ReadPlugin[]): ReadPlugin[] {
  const fits = found.filter(({plugin}) => plugin.unfit === undefined)
  const unfit = found.filter(
    ({plugin}, place) =>
      plugin.unfit !== undefined &&
      !fits.some((other) => other.plugin.name === plugin.name) &&
      found.findIndex((other) => other.plugin.name === plugin.name) === place,
  )
  return [...fits, ...unfit]
}
