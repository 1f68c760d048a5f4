import {Args, asText, Flags, OscError, ShowCommand} from '@osc-cli/core'
import {queueArg} from '#flags'
import {changedColumns, subscriptionPath} from '#subscription'
import {objectFrom, queuePath, sendForObject} from '#zaqar'

export default class MessagingSubscriptionCreate extends ShowCommand {
  static override summary = 'Create a subscription to a queue'
  static override roles = ['member']
  static override calls = ['POST /v2/queues/{name}/subscriptions', 'GET /v2/queues/{name}/subscriptions/{id}']
  static override examples = [
    {
      command: `osc messaging subscription create jobs http://192.0.2.10/hook 3600`,
      description: 'Deliver messages to a URL for an hour',
    },
    {
      command: `osc messaging subscription create jobs trust+http://192.0.2.10/v2/executions 3600 --options '{"post_data": "$zaqar_message$"}'`,
      description: 'Deliver messages to an OpenStack API with a trust',
    },
  ]
  static override args = {
    queue_name: queueArg,
    subscriber: Args.string({
      description: 'URL to deliver to: http, https, mailto, trust+http or trust+https',
      required: true,
    }),
    ttl: Args.integer({description: 'Seconds until the subscription expires', required: true}),
  }
  static override flags = {
    options: Flags.string({description: 'Options of the subscription (JSON object, or @FILE)', helpValue: 'JSON'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingSubscriptionCreate)
    const options = (await objectFrom(flags.options, '--options', this.runtime)) ?? {}
    const {queue_name: queue, subscriber, ttl} = args
    const path = `${queuePath(queue)}/subscriptions`
    const answer = await sendForObject(this, {method: 'POST', path, body: {subscriber, ttl, options}})
    const id = asText(answer.subscription_id)
    if (id === undefined)
      throw new OscError(`The messaging service did not create the subscription of '${subscriber}'.`, {
        hint: `Check whether it exists: osc messaging subscription list ${queue}`,
      })
    await this.show(await sendForObject(this, {path: subscriptionPath(queue, id)}), changedColumns)
  }
}
