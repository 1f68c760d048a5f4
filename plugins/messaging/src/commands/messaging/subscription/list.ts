import {ListCommand} from '@osc-cli/core'
import {listFlags, queueArg} from '#flags'
import {Subscription, subscriptionColumns} from '#subscription'
import {clientHeader, queuePath} from '#zaqar'

export default class MessagingSubscriptionList extends ListCommand {
  static override summary = 'List the subscriptions of a queue'
  static override roles = ['reader']
  static override columns = Object.keys(subscriptionColumns)
  static override calls = ['GET /v2/queues/{name}/subscriptions']
  static override examples = [
    {command: `osc messaging subscription list jobs`, description: 'List who receives its messages'},
  ]
  static override args = {queue_name: queueArg}
  static override flags = {...listFlags('subscription ID', 'subscriptions')}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingSubscriptionList)
    const {limit, marker} = flags
    queuePath(args.queue_name)
    const options = {headers: clientHeader(), singlePage: limit !== undefined}
    const rows = this.api(Subscription).under(args.queue_name).list({marker, limit}, options)
    await this.table(subscriptionColumns, rows)
  }
}
