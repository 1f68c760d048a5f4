import {ShowCommand} from '@osc-cli/core'
import {queueArg} from '#flags'
import {queuePath, send} from '#zaqar'

export default class MessagingQueueCreate extends ShowCommand {
  static override summary = 'Create a queue'
  static override roles = ['member']
  static override calls = ['PUT /v2/queues/{name}']
  static override examples = [
    {command: `osc messaging queue create jobs`, description: 'Create it, or leave an existing one as it is'},
  ]
  static override args = {queue_name: queueArg}

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingQueueCreate)
    await send(this, {method: 'PUT', path: queuePath(args.queue_name)})
    await this.show({Name: args.queue_name})
  }
}
