import {Flags, firstOf, ListCommand, listFormat} from '@osc-cli/core'
import {clientIdFlag, queueArg} from '#flags'
import {follow} from '#follow/follow'

export default class MessagingMessageFollow extends ListCommand {
  static override summary = 'Print the messages of a queue as they are posted'
  static override description =
    'Receives messages over a websocket where the cloud offers one, and polls over HTTP otherwise. Messages stay in the queue. ' +
    'By default each message is one line: its body as JSON, or as it is if it is text. Ctrl-C ends the command.'
  static override roles = ['reader']
  static override calls = ['GET /v2/queues/{name}/messages']
  static override seeAlso = ['messaging message list', 'messaging message post']
  static override examples = [
    {command: 'osc messaging message follow jobs', description: 'Print new messages until interrupted'},
    {command: 'osc messaging message follow --tail 10 jobs', description: 'Start with the last ten messages'},
    {command: 'osc messaging message follow --limit 1 -f json jobs', description: 'Wait for one message'},
  ]
  static override args = {queue_name: queueArg}
  static override flags = {
    format: listFormat({also: ['log'], byDefault: 'log'}),
    limit: Flags.integer({
      description: 'End after this many messages (default: continue until interrupted)',
      helpValue: 'NUMBER',
      min: 1,
    }),
    tail: Flags.integer({
      description: 'Number of existing messages to print first; polls over HTTP (default: 0)',
      helpValue: 'NUMBER',
      default: 0,
      min: 0,
    }),
    poll: Flags.boolean({description: 'Poll over HTTP, even if the cloud offers a websocket'}),
    interval: Flags.integer({
      description: 'Seconds between polls (default: 2)',
      helpValue: 'SECONDS',
      default: 2,
      min: 1,
    }),
    'client-id': clientIdFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingMessageFollow)
    const {limit, tail, poll, interval: every} = flags
    const following = {queue: args.queue_name, clientId: flags['client-id'], every, tail, poll}
    const messages = firstOf(follow(this, following), limit)
    if (this.format !== 'log') await this.table({Body: 'body', TTL: 'ttl'}, messages, {live: true})
    else for await (const {body} of messages) await this.print(typeof body === 'string' ? body : JSON.stringify(body))
    // The output is complete; the exit status says that somebody ended it.
    this.runtime.signal.throwIfAborted()
  }
}
