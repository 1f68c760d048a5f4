import {Args, OscCommand} from '@osc-cli/core'
import {queueArg} from '#flags'
import {subscriptionPath} from '#subscription'
import {send} from '#zaqar'

export default class MessagingSubscriptionDelete extends OscCommand {
  static override summary = 'Delete a subscription'
  static override roles = ['member']
  static override calls = ['DELETE /v2/queues/{name}/subscriptions/{id}']
  static override examples = [
    {
      command: `osc messaging subscription delete jobs 3381af92-2b9e-11e3-b191-71861300734c`,
      description: 'Stop the delivery to its subscriber',
    },
  ]
  static override args = {
    queue_name: queueArg,
    subscription_id: Args.string({description: 'Subscription (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingSubscriptionDelete)
    await send(this, {method: 'DELETE', path: subscriptionPath(args.queue_name, args.subscription_id)})
  }
}
