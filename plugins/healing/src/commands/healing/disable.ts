import {Args, OscCommand} from '@osc-cli/core'
import {partsOf} from '#healing'
import {deleteAlarm, deleteQueue, deleteSubscription} from '#services'
import {healingSession} from '#session'

export default class HealingDisable extends OscCommand {
  static override summary = 'Disable self-healing for a stack'
  static override description = 'Deletes the alarm, the subscription and the queue. The workflow is kept.'
  static override roles = ['member']
  static override calls = [
    'GET /v2/alarms',
    'DELETE /v2/alarms/{id}',
    'GET /v2/queues/{name}/subscriptions',
    'DELETE /v2/queues/{name}/subscriptions/{id}',
    'DELETE /v2/queues/{name}',
  ]
  static override seeAlso = ['healing enable', 'healing list']
  static override examples = [{command: 'osc healing disable web', description: 'Disable self-healing for one stack'}]
  static override args = {
    stack: Args.string({description: 'Stacks (names)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(HealingDisable)
    const session = await healingSession(this)
    await this.each(args.stack, async (stack) => {
      const {name, alarms, subscriptions} = await partsOf(session, stack)
      for (const alarm of alarms) await deleteAlarm(session, alarm)
      for (const each of subscriptions) await deleteSubscription(session, name, each)
      await deleteQueue(session, name)
    })
  }
}
