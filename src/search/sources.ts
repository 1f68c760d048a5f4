import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {factsOf} from '#help/facts'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'
import {commandDocuments, makeIndex} from '#search/make-index'
import {FORMAT, type SearchIndex, type SearchSource} from '#search/types'

/** The indexes of all plugins; commands that help does not list are left out when they are found. */
export const searchSources = (index: PluginIndex): SearchSource[] =>
  index.plugins.map((plugin) => ({index: indexOf(plugin), plugin: plugin.name, installed: true}))

/** A plugin's index as its build wrote it. One that was built otherwise has none: it is made from the manifest. */
function indexOf(plugin: IndexedPlugin): SearchIndex {
  try {
    const built = JSON.parse(readFileSync(join(plugin.root, 'dist/search.json'), 'utf8')) as SearchIndex
    if (built.format === FORMAT) return built
  } catch {
    // Told by `osc doctor` if the plugin is broken; here it only costs time.
  }
  return makeIndex(commandDocuments(factsOf(plugin).values()))
}
