import {Args, Formatted, ShowCommand} from '@osc-cli/core'
import {healingOf, warningOf} from '#healing'
import {healingFields, healingRow} from '#record'
import {runLine, runOf} from '#runs'
import {runs} from '#services'
import {healingSession} from '#session'

export default class HealingShow extends ShowCommand {
  static override summary = 'Show the self-healing of a stack'
  static override roles = ['reader']
  static override calls = ['GET /v2/alarms', 'GET /v2/queues/{name}/subscriptions', 'GET /v2/executions']
  static override seeAlso = ['healing test', 'workflow execution show']
  static override examples = [
    {command: 'osc healing show web', description: 'Show the queue, the alarm and the last runs'},
  ]
  static override args = {stack: Args.string({description: 'Stack (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(HealingShow)
    const session = await healingSession(this)
    const healing = await healingOf(session, args.stack)
    const last = (await runs(session, healing.name, 5)).map(runOf)
    const cell = new Formatted(
      last.map((run) => ({...run})),
      () => last.map(runLine).join('\n'),
    )
    await this.show(healingRow(healing, this.now()), {...healingFields, Runs: () => cell})
    const warning = warningOf(healing)
    if (warning !== undefined) await this.note(warning)
  }
}
