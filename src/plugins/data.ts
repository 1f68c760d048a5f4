import {join} from 'node:path'
import {declareServiceTypes} from '#cloud/service-types'
import type {ErrorCode} from '#error-codes'
import {type PluginData, readDataFile, type Words} from '#plugins/data-file'
import {knownIndex} from '#plugins/known'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

interface MergedData extends PluginData {
  errorCodes: readonly ErrorCode[]
}

let read: () => MergedData = () => merged([])

/** From now on `pluginData` is that of these plugins, and of those that the core at `coreRoot` knows beside them. Reads nothing yet. */
export function usePlugins(index: Pick<PluginIndex, 'plugins'>, coreRoot: string): void {
  declareServiceTypes(Object.assign({}, ...index.plugins.map(({serviceTypes}) => serviceTypes)))
  let found: MergedData | undefined
  read = () => {
    found ??= merged([...index.plugins, ...knownIndex(coreRoot, index).plugins])
    return found
  }
}

/** What all plugins add to the core's tables. */
export const pluginData = (): MergedData => read()

function merged(plugins: readonly IndexedPlugin[]): MergedData {
  const all = plugins.flatMap(({root, data}) => (data === undefined ? [] : [readDataFile(join(root, data)).data]))
  return {
    quotas: all.flatMap(({quotas = []}) => quotas),
    cleanup: all.flatMap(({cleanup = []}) => cleanup),
    oldClients: Object.assign({}, ...all.map(({oldClients}) => oldClients).reverse()),
    synonyms: joined(all.map(({synonyms}) => synonyms)),
    meanings: joined(all.map(({meanings}) => meanings)),
    errorCodes: all.flatMap(({errorCodes = []}) => errorCodes.map((each) => ({also: [], ...each}))),
  }
}

/** One table of all words; what several say of one stands in their order. */
function joined(tables: readonly (Words | undefined)[]): Words {
  const entries = tables.flatMap((words) => Object.entries(words ?? {}))
  const byWord = Map.groupBy(entries, ([word]) => word)
  return Object.fromEntries([...byWord].map(([word, each]) => [word, [...new Set(each.flatMap(([, means]) => means))]]))
}
