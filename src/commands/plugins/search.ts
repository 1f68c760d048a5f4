import {type CommandFacts, factsOf} from '#help/facts'
import {discover} from '#plugins/discover'
import {knownIndex} from '#plugins/known'
import type {IndexedPlugin} from '#plugins/types'
import {Args, asArray, type Columns, Formatted, type Json, type JsonObject, ListCommand} from '#sdk'

const columns: Columns = {
  Name: 'name',
  Title: 'title',
  Installed: 'installed',
  Services: 'services',
  Commands: ({commands}) => shown(asArray(commands)),
}

const MOST = 8

export default class PluginsSearch extends ListCommand {
  static override summary = 'Search installed and known plugins'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins search stack snapshot', description: 'Find the plugin that creates stack snapshots'},
  ]
  static override args = {
    words: Args.string({
      description: 'Words to search for in names, services, commands and summaries (all must match; case-insensitive)',
      multiple: true,
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(PluginsSearch)
    const words = [args.words ?? []].flat().map((word) => word.toLowerCase())
    const {index} = discover(this.runtime)
    const installed = index.plugins.filter(({foreign, kind}) => !foreign && kind !== 'core')
    const rows = [...installed, ...knownIndex(this.runtime.coreRoot, index).plugins].flatMap((plugin): JsonObject[] => {
      const commands = [...factsOf(plugin).values()].filter(({hidden}) => !hidden)
      const fitting = commands.filter((command) => has(textOf(command), words))
      if (fitting.length === 0 && !has(about(plugin), words)) return []
      const {name, displayName: title, services} = plugin
      return [
        {
          name,
          title,
          installed: installed.includes(plugin),
          services: services.join(', '),
          commands: fitting.map(({id}) => id).sort(),
        },
      ]
    })
    await this.table(columns, rows)
  }
}

const has = (text: string, words: readonly string[]) => words.every((word) => text.toLowerCase().includes(word))

const textOf = ({id, summary}: CommandFacts) => `${id} ${summary ?? ''}`

const about = ({name, displayName, namespaces, services}: IndexedPlugin) =>
  [name, displayName, ...namespaces, ...services].join(' ')

/** All of them for programs, the first few for people. */
function shown(ids: Json[]): Formatted {
  const more = ids.length > MOST ? [`and ${ids.length - MOST} more`] : []
  return new Formatted(ids, () => [...ids.slice(0, MOST), ...more].join('\n'))
}
