import {type Columns, Flags, ListCommand} from '@osc-cli/core'
import {listFlags} from '#flags'
import {clientHeader, namedRows, Queue, sendForObject} from '#zaqar'

export default class MessagingQueueList extends ListCommand {
  static override summary = 'List queues'
  static override roles = ['member']
  static override calls = ['GET /v2/queues']
  static override examples = [
    {command: `osc messaging queue list`, description: 'List the queues of the project'},
    {command: `osc messaging queue list --detailed`, description: 'List them with their metadata'},
  ]
  static override flags = {
    ...listFlags('queue name', 'queues'),
    detailed: Flags.boolean({description: 'Show the metadata of each queue'}),
    with_count: Flags.boolean({description: 'Report the number of queues on standard error'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(MessagingQueueList)
    const {limit, marker, detailed, with_count} = flags
    const columns: Columns = {Name: 'name', ...(detailed && {Metadata_Dict: 'metadata', Href: 'href'})}
    const query = {marker, limit, detailed: detailed || undefined}
    await this.table(columns, namedRows(this.api(Queue), query))
    if (!with_count) return
    const {count} = await sendForObject(this, {
      path: '/queues',
      query: {with_count: true, limit: 1},
      headers: clientHeader(),
    })
    // Some releases answer `true` here.
    const known = typeof count === 'number' ? `Queues in total: ${count}` : 'The service does not count queues.'
    await this.note(known)
  }
}
