import {OscCommand} from '@osc-cli/core'
import {queueArg} from '#flags'
import {queuePath, send} from '#zaqar'

export default class MessagingQueueDelete extends OscCommand {
  static override summary = 'Delete a queue and its messages'
  static override roles = ['member']
  static override calls = ['DELETE /v2/queues/{name}']
  static override examples = [
    {command: `osc messaging queue delete jobs`, description: 'Delete it with its messages and subscriptions'},
  ]
  static override args = {queue_name: queueArg}

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingQueueDelete)
    await send(this, {method: 'DELETE', path: queuePath(args.queue_name)})
  }
}
