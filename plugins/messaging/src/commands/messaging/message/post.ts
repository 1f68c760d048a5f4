import {Args, Flags, OscCommand} from '@osc-cli/core'
import {clientIdFlag, queueArg} from '#flags'
import {batches, messagesFrom} from '#messages-from'
import {clientHeader, queuePath, send} from '#zaqar'

export default class MessagingMessagePost extends OscCommand {
  static override summary = 'Post messages to a queue'
  static override roles = ['member']
  static override calls = ['POST /v2/queues/{name}/messages']
  static override examples = [
    {command: `osc messaging message post jobs '{"body": {"job": 1}, "ttl": 300}'`, description: 'Post one message'},
    {command: `osc messaging message post jobs @messages.json`, description: 'Post the messages in a file'},
    {command: `osc messaging message post jobs --file -`, description: 'Post the lines of standard input'},
  ]
  static override args = {
    queue_name: queueArg,
    messages: Args.string({
      description: 'Message, or a list of them (JSON, or @FILE to read it from a file)',
    }),
  }
  static override flags = {
    file: Flags.string({
      description: 'File of messages, one as JSON on each line, or a JSON list (- for standard input)',
      helpValue: 'FILE',
    }),
    'client-id': clientIdFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingMessagePost)
    const path = `${queuePath(args.queue_name)}/messages`
    const headers = clientHeader(flags['client-id'])
    const messages = await messagesFrom(args.messages, flags.file, this.runtime)
    for (const body of batches(messages)) await send(this, {method: 'POST', path, body, headers})
  }
}
