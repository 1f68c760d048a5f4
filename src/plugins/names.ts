import type {CommandNames} from '#line/words'
import type {PluginIndex} from '#plugins/types'

/** Whether help lists a command. */
export function visibleIn({hidden}: Pick<PluginIndex, 'hidden'>): (id: string) => boolean {
  const all = new Set(hidden)
  return (id) => !all.has(id)
}

/** The index as the line sees it: which commands there are, and which words stand for a plugin. */
export function commandNames(index: PluginIndex): CommandNames {
  const has = (id: string) => Object.hasOwn(index.commands, id) || Object.hasOwn(index.aliases, id)
  return {
    has,
    // Asked for only when a word is abbreviated or wrong.
    get ids() {
      return Object.keys(index.commands)
    },
    inNamespace(word) {
      const byNamespace = index.plugins.findIndex((plugin) => plugin.namespaces.includes(word))
      const place = byNamespace < 0 ? index.plugins.findIndex((plugin) => plugin.name === word) : byNamespace
      return place < 0 ? undefined : (id) => index.commands[index.aliases[id] ?? id] === place
    },
  }
}
