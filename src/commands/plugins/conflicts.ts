import {discover} from '#plugins/discover'
import {type Columns, type JsonObject, ListCommand} from '#sdk'

const columns: Columns = {Kind: 'kind', Name: 'name', Winner: 'winner', Loser: 'loser', Reach: 'reach'}

export default class PluginsConflicts extends ListCommand {
  static override summary =
    'List commands, aliases, namespaces and formats that several plugins claim, and how each is reached.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins conflicts', description: 'Who has what, and how the other is reached'},
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
