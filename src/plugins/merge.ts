import {CORE_FORMATS} from '#output/format-names'
import type {ReadPlugin} from '#plugins/read-plugin'
import type {Conflict, IndexedFormatter, IndexedPlugin, PluginIndex} from '#plugins/types'

/** One table of commands: the core's own first, then whichever plugin comes first; what both claim stays reachable. */
export function mergePlugins(found: readonly ReadPlugin[]): Omit<PluginIndex, 'broken'> & {conflicts: Conflict[]} {
  // Without a prototype: a command may be called `constructor`.
  const commands: Record<string, number> = Object.create(null)
  const shadowed: Record<string, string> = Object.create(null)
  const hidden: string[] = []
  const plugins = found.map(({plugin}) => plugin)
  const conflicts = sharedNamespaces(plugins)
  const lost = (kind: Conflict['kind'], name: string, winner: number, loser: number, reach?: string) => {
    const [first, second] = [plugins[winner], plugins[loser]]
    // That the core replaces commands of oclif's own plugins is meant so.
    if (!first || !second || (first.kind === 'core' && second.name.startsWith('@oclif/'))) return
    conflicts.push({kind, name, winner: first.name, loser: second.name, reach})
  }
  const namedBySpace = (id: string, place: number) =>
    Object.keys(shadowed).find((name) => commands[name] === place && shadowed[name] === id)
  const second: {id: string; place: number; winner: number}[] = []
  for (const [place, {commands: listed}] of found.entries()) {
    for (const {id, hidden: secret} of listed) {
      const winner = commands[id]
      if (winner === undefined) commands[id] = place
      else second.push({id, place, winner})
      if (winner === undefined && secret) hidden.push(id)
    }
  }
  for (const {id, place, winner} of second) {
    const plugin = plugins[place]
    const spaces = plugin ? namespacesOf(plugin, plugins) : []
    const names = spaces.map((space) => `${space} ${id}`).filter((name) => commands[name] === undefined)
    for (const name of names) {
      commands[name] = place
      shadowed[name] = id
      hidden.push(name)
    }
    lost('command', id, winner, place, names[0])
  }
  const aliases: Record<string, string> = Object.create(null)
  for (const [place, {commands: listed}] of found.entries()) {
    for (const {id, aliases: names} of listed) {
      const own = commands[id] === place ? id : namedBySpace(id, place)
      for (const alias of names) {
        const winner = commands[alias] ?? commands[aliases[alias] ?? '']
        if (winner === undefined && own !== undefined) aliases[alias] = own
        else if (winner !== undefined && winner !== place) lost('alias', alias, winner, place, own)
      }
    }
  }
  const formatters = mergeFormatters(found, (name, winner, loser) =>
    conflicts.push({kind: 'formatter', name, winner, loser, reach: undefined}),
  )
  const hooks = found.flatMap((read, plugin) => read.hooks.map((hook) => ({...hook, plugin})))
  return {plugins, commands, aliases, shadowed, formatters, hooks, hidden, conflicts}
}

/** The index of these plugins alone. */
export function indexOf(found: readonly ReadPlugin[]): PluginIndex {
  const {conflicts: _, ...index} = mergePlugins(found)
  return {...index, broken: []}
}

/** The first that has a name gets it; the core's own are nobody else's. */
function mergeFormatters(
  found: readonly ReadPlugin[],
  lost: (name: string, winner: string, loser: string) => void,
): PluginIndex['formatters'] {
  const merged: Record<string, IndexedFormatter> = Object.create(null)
  for (const [place, {plugin, formatters}] of found.entries()) {
    for (const [name, formatter] of Object.entries(formatters)) {
      const winner = CORE_FORMATS.has(name) ? '@osc-cli/core' : found[merged[name]?.plugin ?? -1]?.plugin.name
      if (winner === undefined) merged[name] = {plugin: place, ...formatter}
      else lost(name, winner, plugin.name)
    }
  }
  return merged
}

/** What a plugin's commands are reached by when another has them too; its package's name when it has no namespace of its own. */
function namespacesOf(plugin: IndexedPlugin, plugins: readonly IndexedPlugin[]): string[] {
  const own = plugin.namespaces.filter((word) => ownerOf(word, plugins) === plugin)
  return own.length > 0 ? own : [plugin.name]
}

/** The plugin that a namespace stands for: the first that claims it. */
export const ownerOf = (word: string, plugins: readonly IndexedPlugin[]): IndexedPlugin | undefined =>
  plugins.find(({namespaces}) => namespaces.includes(word))

function sharedNamespaces(plugins: readonly IndexedPlugin[]): Conflict[] {
  return plugins.flatMap((plugin) =>
    plugin.namespaces.flatMap((word): Conflict[] => {
      const winner = ownerOf(word, plugins)
      if (!winner || winner === plugin) return []
      return [
        {
          kind: 'namespace',
          name: word,
          winner: winner.name,
          loser: plugin.name,
          reach: namespacesOf(plugin, plugins)[0],
        },
      ]
    }),
  )
}
