import {Flags, ListCommand} from '@osc-cli/core'
import {search} from '#alarm'
import {parseQuery} from '#query'

export default class AlarmHistorySearch extends ListCommand {
  static override summary = 'Search the history of all alarms'
  static override roles = ['reader']
  static override calls = ['POST /v2/query/alarms/history']
  static override examples = [
    {command: 'osc alarm-history search', description: 'List the history of all alarms of the project'},
    {
      command: `osc alarm-history search --query "type='state transition'"`,
      description: 'List changes of state only',
    },
  ]
  static override flags = {
    query: Flags.string({
      description: 'Conditions such as type=creation, joined by and, or and not',
      helpValue: 'QUERY',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(AlarmHistorySearch)
    const rows = await search(this, '/query/alarms/history', flags.query ? parseQuery(flags.query) : undefined)
    await this.table({alarm_id: 'alarm_id', timestamp: 'timestamp', type: 'type', detail: 'detail'}, rows)
  }
}
