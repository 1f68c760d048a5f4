import {discover} from '#plugins/discover'
import {type Columns, type JsonObject, ListCommand} from '#sdk'

const columns: Columns = {Kind: 'kind', Name: 'name', Winner: 'winner', Loser: 'loser', 'Run As': 'reach'}

export default class PluginsConflicts extends ListCommand {
  static override summary = 'List conflicts between plugins and how to resolve them'
  static override description =
    'Lists commands, aliases, namespaces and output formats that several plugins provide. Run As is the command line that runs the hidden one.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins conflicts', description: 'List what several plugins provide, and how to run each'},
  ]

  async run(): Promise<void> {
    await this.parse(PluginsConflicts)
    const rows = discover(this.runtime).conflicts.map(
      ({reach, ...conflict}): JsonObject => ({
        ...conflict,
        reach: reach === undefined ? '' : `${this.runtime.program} ${reach}`,
      }),
    )
    await this.table(columns, rows)
  }
}
