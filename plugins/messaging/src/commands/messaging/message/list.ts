import {Flags, ListCommand, type Query} from '@osc-cli/core'
import {clientIdFlag, queueArg} from '#flags'
import {messageColumns, withoutRepeats} from '#message'
import {clientHeader, queuePath} from '#zaqar'

export default class MessagingMessageList extends ListCommand {
  static override summary = 'List the messages of a queue'
  static override roles = ['reader']
  static override columns = Object.keys(messageColumns)
  static override calls = ['GET /v2/queues/{name}/messages']
  static override examples = [
    {command: `osc messaging message list jobs`, description: 'List messages that other clients posted'},
    {command: `osc messaging message list --echo --include-claimed jobs`, description: 'List all messages'},
  ]
  static override args = {queue_name: queueArg}
  static override flags = {
    'message-ids': Flags.string({description: 'Messages to return (comma-separated IDs)', helpValue: 'IDS'}),
    limit: Flags.integer({description: 'Maximum number of messages to return (default: all)', helpValue: 'NUMBER'}),
    echo: Flags.boolean({description: 'Include messages that this client posted'}),
    'include-claimed': Flags.boolean({description: 'Include claimed messages'}),
    'include-delayed': Flags.boolean({description: 'Include delayed messages'}),
    'client-id': clientIdFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingMessageList)
    const {limit, echo} = flags
    const ids = flags['message-ids']?.split(',')
    const query: Query = ids
      ? {ids}
      : {limit, echo, include_claimed: flags['include-claimed'], include_delayed: flags['include-delayed']}
    const session = await this.session()
    const options = {query, headers: clientHeader(flags['client-id']), singlePage: Boolean(ids) || limit !== undefined}
    const rows = session.list('message', `${queuePath(args.queue_name)}/messages`, 'messages', options)
    await this.table(messageColumns, withoutRepeats(rows))
  }
}
