import {Args, OscCommand, pathSegment} from '@osc-cli/core'
import {queueArg} from '#flags'
import {queuePath, send} from '#zaqar'

export default class MessagingClaimRelease extends OscCommand {
  static override summary = 'Release a claim'
  static override roles = ['member']
  static override calls = ['DELETE /v2/queues/{name}/claims/{claim}']
  static override examples = [
    {
      command: `osc messaging claim release jobs 60e8cb67-d819-4edc-b181-3b0f819cffe1`,
      description: 'Make its messages available again',
    },
  ]
  static override args = {queue_name: queueArg, claim_id: Args.string({description: 'Claim (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingClaimRelease)
    const path = `${queuePath(args.queue_name)}/claims/${pathSegment(args.claim_id, 'claim')}`
    await send(this, {method: 'DELETE', path})
  }
}
