import {Args, Flags, isEmpty, ShowCommand} from '@osc-cli/core'
import {queueArg} from '#flags'
import {changedColumns, subscriptionPath} from '#subscription'
import {objectFrom, send, sendForObject} from '#zaqar'

export default class MessagingSubscriptionUpdate extends ShowCommand {
  static override summary = 'Change a subscription'
  static override roles = ['member']
  static override calls = ['PATCH /v2/queues/{name}/subscriptions/{id}', 'GET /v2/queues/{name}/subscriptions/{id}']
  static override examples = [
    {
      command: `osc messaging subscription update --ttl 7200 jobs 3381af92-2b9e-11e3-b191-71861300734c`,
      description: 'Renew it for two hours',
    },
  ]
  static override args = {
    queue_name: queueArg,
    subscription_id: Args.string({description: 'Subscription (ID)', required: true}),
  }
  static override flags = {
    subscriber: Flags.string({description: 'New URL to deliver to', helpValue: 'URL'}),
    ttl: Flags.integer({description: 'Seconds until the subscription expires', helpValue: 'SECONDS'}),
    options: Flags.string({description: 'New options (JSON object, or @FILE)', helpValue: 'JSON'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingSubscriptionUpdate)
    const {subscriber, ttl} = flags
    const body = {subscriber, ttl, options: await objectFrom(flags.options, '--options', this.runtime)}
    const path = subscriptionPath(args.queue_name, args.subscription_id)
    if (!isEmpty(body)) await send(this, {method: 'PATCH', path, body})
    await this.show(await sendForObject(this, {path}), changedColumns)
  }
}
