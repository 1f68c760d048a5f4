import {ListCommand} from '@osc-cli/core'
import {healings, warningOf} from '#healing'
import {healingColumns, healingRow} from '#record'
import {healingSession} from '#session'

export default class HealingList extends ListCommand {
  static override summary = 'List stacks with self-healing'
  static override roles = ['reader']
  static override columns = Object.keys(healingColumns)
  static override calls = [
    'GET /v2/alarms',
    'GET /v2/queues',
    'GET /v2/queues/{name}/subscriptions',
    'GET /v2/executions',
  ]
  static override seeAlso = ['healing enable', 'healing show']
  static override examples = [{command: 'osc healing list', description: 'List stacks with the last run of each'}]

  async run(): Promise<void> {
    await this.parse(HealingList)
    const session = await healingSession(this)
    const found = await Array.fromAsync(healings(session))
    const rows = found.map(({healing, last}) => ({
      ...healingRow(healing, this.now()),
      started: last?.started ?? null,
      result: last?.result ?? null,
    }))
    await this.table(healingColumns, rows)
    for (const warning of found.map(({healing}) => warningOf(healing)))
      if (warning !== undefined) await this.note(warning)
  }
}
