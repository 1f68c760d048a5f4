import {asArray, asObject, Flags, ListCommand} from '@osc-cli/core'
import {queueArg} from '#flags'
import {newClaimColumns} from '#message'
import {queuePath, sendForObject} from '#zaqar'

export default class MessagingClaimCreate extends ListCommand {
  static override summary = 'Claim messages of a queue'
  static override description =
    'Claims the oldest free messages: other clients cannot claim them until the claim expires or is released.'
  static override roles = ['member']
  static override calls = ['POST /v2/queues/{name}/claims']
  static override examples = [
    {command: `osc messaging claim create --limit 1 --ttl 120 jobs`, description: 'Claim one message for two minutes'},
  ]
  static override args = {queue_name: queueArg}
  static override flags = {
    ttl: Flags.integer({description: 'Seconds until the claim expires', helpValue: 'SECONDS', default: 300}),
    grace: Flags.integer({
      description: 'Seconds that messages live at least after the claim expires',
      helpValue: 'SECONDS',
      default: 60,
    }),
    limit: Flags.integer({description: 'Maximum number of messages to claim', helpValue: 'NUMBER', default: 10}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingClaimCreate)
    const {ttl, grace, limit} = flags
    const path = `${queuePath(args.queue_name)}/claims`
    const {messages} = await sendForObject(this, {method: 'POST', path, query: {limit}, body: {ttl, grace}})
    await this.table(newClaimColumns, asArray(messages).map(asObject))
  }
}
