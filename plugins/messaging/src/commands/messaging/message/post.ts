import {Args, OscCommand} from '@osc-cli/core'
import {clientIdFlag, queueArg} from '#flags'
import {clientHeader, jsonFrom, queuePath, send} from '#zaqar'

export default class MessagingMessagePost extends OscCommand {
  static override summary = 'Post messages to a queue'
  static override roles = ['member']
  static override calls = ['POST /v2/queues/{name}/messages']
  static override examples = [
    {command: `osc messaging message post jobs '{"body": {"job": 1}, "ttl": 300}'`, description: 'Post one message'},
    {command: `osc messaging message post jobs @messages.json`, description: 'Post the messages in a file'},
  ]
  static override args = {
    queue_name: queueArg,
    messages: Args.string({
      description: 'Message, or a list of them (JSON, or @FILE to read it from a file)',
      required: true,
    }),
  }
  static override flags = {'client-id': clientIdFlag}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingMessagePost)
    const messages = [await jsonFrom(args.messages, 'The message', this.runtime)].flat()
    const path = `${queuePath(args.queue_name)}/messages`
    await send(this, {method: 'POST', path, body: {messages}, headers: clientHeader(flags['client-id'])})
  }
}
