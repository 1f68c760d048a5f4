import {join} from 'node:path'
import {decodeIndex} from '#advice/search/index-file'
import {commandDocuments, makeIndex} from '#advice/search/make-index'
import type {SearchIndex, SearchSource} from '#advice/search/types'
import {readRegular} from '#files/regular-file'
import {factsOf} from '#help/facts'
import {knownIndex} from '#plugins/known'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** The indexes of all plugins, also of those that osc knows and that are not installed. */
export function searchSources(index: PluginIndex, coreRoot: string): SearchSource[] {
  // The core replaces all commands of oclif's own plugins, so that nothing of those can be found.
  const owners = new Set(Object.values(index.commands))
  const installed = index.plugins.flatMap((plugin, at) => {
    const runs = (id: string) => index.commands[index.aliases[id] ?? id] === at
    return owners.has(at) ? [{index: indexOf(plugin), plugin: plugin.name, installed: true, runs}] : []
  })
  const known = knownIndex(coreRoot, index).plugins.map((plugin) => {
    return {index: indexOf(plugin), plugin: plugin.name, installed: false}
  })
  return [...installed, ...known]
}

/** A plugin's index as its build wrote it. One that was built otherwise has none: it is made from the manifest. */
function indexOf(plugin: IndexedPlugin): SearchIndex {
  try {
    const built = decodeIndex(readRegular(join(plugin.root, 'dist/search.jsonl')))
    if (built) return built
  } catch {
    // Reported by `osc doctor` if the plugin is broken; here it only costs time.
  }
  try {
    return makeIndex(commandDocuments(factsOf(plugin).values()))
  } catch {
    // A manifest with values of the wrong types.
    return makeIndex([])
  }
}
