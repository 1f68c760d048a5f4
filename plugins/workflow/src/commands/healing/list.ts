import {ListCommand} from '@osc-cli/core'
import {healings, warningOf} from '#healing/healing'
import {healingColumns, healingRow} from '#healing/record'
import {runOf} from '#healing/runs'
import {runs} from '#healing/services'
import {healingSession} from '#healing/session'

export default class HealingList extends ListCommand {
  static override summary = 'List stacks with self-healing'
  static override roles = ['reader']
  static override calls = ['GET /v2/alarms', 'GET /v2/queues/{name}/subscriptions', 'GET /v2/executions']
  static override seeAlso = ['healing enable', 'healing show']
  static override examples = [{command: 'osc healing list', description: 'List stacks with the last run of each'}]

  async run(): Promise<void> {
    await this.parse(HealingList)
    const session = await healingSession(this)
    const found = await healings(session)
    const rows = await Promise.all(
      found.map(async (healing) => {
        const [last] = await runs(session, healing.name, 1)
        const {started = null, result = null} = last === undefined ? {} : runOf(last)
        return {...healingRow(healing, this.now()), started, result}
      }),
    )
    await this.table(healingColumns, rows)
    for (const warning of found.map(warningOf)) if (warning !== undefined) await this.note(warning)
  }
}
