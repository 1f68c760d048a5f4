import {Args, asArray, asObject, Cells, type Columns, fields, type JsonObject, ShowCommand} from '@osc-cli/core'
import {serverOrId} from '#deleted-server'
import {LOOK_UP, server} from '#server-action'
import {ServerAction} from '#server-parts'

export default class ServerEventShow extends ShowCommand {
  static override summary = 'Show an event of a server'
  static override description = 'Specify a deleted server by its ID.'
  static override roles = ['reader']
  static override calls = [...LOOK_UP, 'GET /v2.1/servers/{id}/os-instance-actions/{request_id}']
  static override seeAlso = ['server event list']
  static override examples = [
    {
      command: 'osc server event show web req-5d2a4d52-3b0a-4c1f-a2d5-9b0f4ff8f1f7',
      description: 'Show the steps of an event',
    },
  ]
  static override args = {
    server,
    'request-id': Args.string({description: 'Request ID of the event', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerEventShow)
    const actions = this.api(ServerAction).under(await serverOrId(this.api, args.server))
    await this.show(await actions.get(args['request-id']), COLUMNS)
  }
}

const step = (event: JsonObject): JsonObject => ({
  details: event.details ?? null,
  event: event.event ?? null,
  finish_time: event.finish_time ?? null,
  host: event.host ?? null,
  host_id: event.hostId ?? null,
  result: event.result ?? null,
  start_time: event.start_time ?? null,
  traceback: event.traceback ?? null,
})

const COLUMNS: Columns = fields({
  action: 'action',
  events: ({events}) => Cells.dicts(asArray(events).map((event) => step(asObject(event)))),
  id: 'request_id',
  message: 'message',
  project_id: 'project_id',
  request_id: 'request_id',
  start_time: 'start_time',
  user_id: 'user_id',
})
