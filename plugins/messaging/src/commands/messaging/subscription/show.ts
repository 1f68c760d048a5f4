import {Args, ShowCommand} from '@osc-cli/core'
import {queueArg} from '#flags'
import {subscriptionColumns, subscriptionPath} from '#subscription'
import {sendForObject} from '#zaqar'

export default class MessagingSubscriptionShow extends ShowCommand {
  static override summary = 'Show a subscription'
  static override roles = ['reader']
  static override calls = ['GET /v2/queues/{name}/subscriptions/{id}']
  static override examples = [
    {
      command: `osc messaging subscription show jobs 3381af92-2b9e-11e3-b191-71861300734c`,
      description: 'Show its subscriber, TTL and options',
    },
  ]
  static override args = {
    queue_name: queueArg,
    subscription_id: Args.string({description: 'Subscription (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingSubscriptionShow)
    await this.show(
      await sendForObject(this, {path: subscriptionPath(args.queue_name, args.subscription_id)}),
      subscriptionColumns,
    )
  }
}
