import {join} from 'node:path'
import {commandDocuments, makeIndex} from '#advice/search/make-index'
import {FORMAT, type SearchIndex, type SearchSource} from '#advice/search/types'
import {readRegular} from '#files/regular-file'
import {factsOf} from '#help/facts'
import {knownIndex} from '#plugins/known'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** The indexes of all plugins, also of those that osc knows and that are not installed. */
export const searchSources = (index: PluginIndex, coreRoot: string): SearchSource[] => [
  ...index.plugins.map((plugin, at) => ({
    index: indexOf(plugin),
    plugin: plugin.name,
    installed: true,
    runs: (id: string) => index.commands[index.aliases[id] ?? id] === at,
  })),
  ...knownIndex(coreRoot, index).plugins.map((plugin) => ({
    index: indexOf(plugin),
    plugin: plugin.name,
    installed: false,
  })),
]

/** A plugin's index as its build wrote it. One that was built otherwise has none: it is made from the manifest. */
function indexOf(plugin: IndexedPlugin): SearchIndex {
  try {
    const built = JSON.parse(readRegular(join(plugin.root, 'dist/search.json'))) as SearchIndex
    if (built.format === FORMAT) return built
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
