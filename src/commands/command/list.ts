import {apiVersions} from '#plugins/api-versions'
import {visibleIn} from '#plugins/names'
import type {IndexedPlugin} from '#plugins/types'
import {type Columns, Flags, type JsonObject, ListCommand} from '#sdk'

const columns: Columns = {'Command Group': 'group', Commands: 'commands'}

export default class CommandList extends ListCommand {
  static override summary = 'List commands by plugin'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc command list --group identity', description: 'List the commands of the identity plugin'},
  ]
  static override flags = {
    group: Flags.string({description: 'Part of the name of the command group', helpValue: 'WORD'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(CommandList)
    const {index} = this.runtime
    const isVisible = visibleIn(index)
    const rows = index.plugins.map((plugin, place): JsonObject => {
      const group = groupOf(plugin)
      const own = Object.keys(index.commands).filter((id) => index.commands[id] === place && isVisible(id))
      return {group, commands: this.format === 'table' ? own.sort().join('\n') : own.sort()}
    })
    const wanted = rows.filter(({group}) => String(group).includes(flags.group ?? ''))
    await this.table(
      columns,
      wanted.sort((a, b) => (String(a.group) < String(b.group) ? -1 : 1)),
    )
  }
}

/** The name that `openstack` gives the commands of an API version; osc's own where a plugin does not declare one. */
function groupOf(plugin: IndexedPlugin): string {
  if (plugin.kind === 'core') return 'osc'
  const [api] = Object.entries(apiVersions([plugin]))
  return api ? `openstack.${api[0]}.v${api[1]}` : `osc.${plugin.namespaces[0] ?? plugin.name}`
}
