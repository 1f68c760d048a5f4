import {Flags, OscCommand} from '@osc-cli/core'
import {queueArg} from '#flags'
import {queuePath, send} from '#zaqar'

export default class MessagingQueuePurge extends OscCommand {
  static override summary = 'Remove the messages and subscriptions of a queue'
  static override roles = ['member']
  static override calls = ['POST /v2/queues/{name}/purge']
  static override examples = [
    {command: `osc messaging queue purge --resource_types messages jobs`, description: 'Remove only its messages'},
  ]
  static override args = {queue_name: queueArg}
  static override flags = {
    resource_types: Flags.strings({
      description: 'What to remove (repeatable; default: both)',
      options: ['messages', 'subscriptions'],
      helpValue: 'TYPE',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingQueuePurge)
    const {resource_types} = flags
    const path = `${queuePath(args.queue_name)}/purge`
    await send(this, {method: 'POST', path, body: resource_types && {resource_types}})
  }
}
