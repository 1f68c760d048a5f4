import {Args, asArray, asObject, Flags, ListCommand, pathSegment} from '@osc-cli/core'
import {queueArg} from '#flags'
import {claimColumns} from '#message'
import {queuePath, send, sendForObject} from '#zaqar'

export default class MessagingClaimRenew extends ListCommand {
  static override summary = 'Renew a claim'
  static override roles = ['member']
  static override calls = ['PATCH /v2/queues/{name}/claims/{claim}', 'GET /v2/queues/{name}/claims/{claim}']
  static override examples = [
    {
      command: `osc messaging claim renew --ttl 600 jobs 60e8cb67-d819-4edc-b181-3b0f819cffe1`,
      description: 'Keep its messages for ten more minutes',
    },
  ]
  static override args = {queue_name: queueArg, claim_id: Args.string({description: 'Claim (ID)', required: true})}
  static override flags = {
    ttl: Flags.integer({description: 'Seconds until the claim expires', helpValue: 'SECONDS'}),
    grace: Flags.integer({
      description: 'Seconds that messages live at least after the claim expires',
      helpValue: 'SECONDS',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingClaimRenew)
    const {ttl, grace} = flags
    const path = `${queuePath(args.queue_name)}/claims/${pathSegment(args.claim_id, 'claim')}`
    await send(this, {method: 'PATCH', path, body: {ttl, grace}})
    const {messages} = await sendForObject(this, {path})
    await this.table(claimColumns, asArray(messages).map(asObject))
  }
}
