import {ShowCommand} from '@osc-cli/core'
import {queueArg} from '#flags'
import {queuePath, send} from '#zaqar'

export default class MessagingQueueStats extends ShowCommand {
  static override summary = 'Show how many messages a queue has'
  static override roles = ['reader']
  static override calls = ['GET /v2/queues/{name}/stats']
  static override examples = [
    {command: `osc messaging queue stats jobs`, description: 'Count free and claimed messages'},
  ]
  static override args = {queue_name: queueArg}

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingQueueStats)
    const Stats = await send(this, {path: `${queuePath(args.queue_name)}/stats`})
    await this.show({Stats})
  }
}
