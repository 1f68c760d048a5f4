import type {IndexedPlugin} from '#plugins/types'

/** The plugin that a word means: the name of its package, a namespace, or the end of the name (`heat`). */
export const findPlugin = (word: string, plugins: readonly IndexedPlugin[]): IndexedPlugin | undefined =>
  plugins.find(({name}) => name === word) ??
  plugins.find(({namespaces}) => namespaces.includes(word)) ??
  plugins.find(({name}) => name.endsWith(`/plugin-${word}`))
