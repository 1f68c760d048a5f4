import {Args, asArray, asObject, ListCommand, pathSegment} from '@osc-cli/core'
import {queueArg} from '#flags'
import {claimColumns} from '#message'
import {queuePath, sendForObject} from '#zaqar'

export default class MessagingClaimQuery extends ListCommand {
  static override summary = 'List the messages of a claim'
  static override roles = ['reader']
  static override calls = ['GET /v2/queues/{name}/claims/{claim}']
  static override examples = [
    {command: `osc messaging claim query jobs 60e8cb67-d819-4edc-b181-3b0f819cffe1`, description: 'List what it holds'},
  ]
  static override args = {queue_name: queueArg, claim_id: Args.string({description: 'Claim (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingClaimQuery)
    const path = `${queuePath(args.queue_name)}/claims/${pathSegment(args.claim_id, 'claim')}`
    const {messages} = await sendForObject(this, {path})
    await this.table(claimColumns, asArray(messages).map(asObject))
  }
}
