import {Flags, firstOf, ListCommand, pageFlags} from '@osc-cli/core'
import {serverOrId} from '#deleted-server'
import {LOOK_UP, server} from '#server-action'
import {ServerAction} from '#server-parts'

export default class ServerEventList extends ListCommand {
  static override summary = 'List recent events of a server'
  static override description = 'Specify a deleted server by its ID.'
  static override roles = ['reader']
  static override calls = [...LOOK_UP, 'GET /v2.1/servers/{id}/os-instance-actions']
  static override needs = {
    'changes-since': {microversion: '2.58'},
    'changes-before': {microversion: '2.66'},
    limit: {microversion: '2.58'},
    marker: {microversion: '2.58'},
  }
  static override seeAlso = ['server event show']
  static override examples = [
    {command: 'osc server event list --long web', description: 'Include who caused the events'},
  ]
  static override args = {server}
  static override flags = {
    long: Flags.boolean({description: 'Include message, project and user'}),
    'changes-since': Flags.string({
      description: 'List only events changed since this time (ISO 8601)',
      helpValue: 'TIME',
    }),
    'changes-before': Flags.string({
      description: 'List only events changed before this time (ISO 8601)',
      helpValue: 'TIME',
    }),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerEventList)
    const id = await serverOrId(this.api, args.server)
    const events = this.api(ServerAction)
      .under(id)
      .list(
        {
          'changes-since': flags['changes-since'],
          'changes-before': flags['changes-before'],
          marker: flags.marker,
          limit: flags.limit || undefined,
        },
        {singlePage: Boolean(flags.limit), markerKey: 'request_id'},
      )
    const columns = {
      'Request ID': 'request_id',
      'Server ID': () => id,
      Action: 'action',
      'Start Time': 'start_time',
      ...(flags.long && {Message: 'message', 'Project ID': 'project_id', 'User ID': 'user_id'}),
    }
    await this.table(columns, firstOf(events, flags['max-items']))
  }
}
