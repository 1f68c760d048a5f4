import {ShowCommand} from '@osc-cli/core'
import {queueArg} from '#flags'
import {queuePath, sendForObject} from '#zaqar'

export default class MessagingQueueGetMetadata extends ShowCommand {
  static override summary = 'Show the metadata of a queue'
  static override roles = ['reader']
  static override calls = ['GET /v2/queues/{name}']
  static override examples = [
    {command: `osc messaging queue get metadata jobs`, description: 'Show default TTL, limits and own keys'},
  ]
  static override args = {queue_name: queueArg}

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingQueueGetMetadata)
    const Metadata = await sendForObject(this, {path: queuePath(args.queue_name)})
    await this.show({Metadata})
  }
}
