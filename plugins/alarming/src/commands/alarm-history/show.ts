import {Args, Flags, ListCommand, pathSegment} from '@osc-cli/core'

export default class AlarmHistoryShow extends ListCommand {
  static override summary = 'Show the history of an alarm'
  static override roles = ['reader']
  static override calls = ['GET /v2/alarms/{id}/history']
  static override examples = [
    {
      command: 'osc alarm-history show 1c13f0e9-5eab-4077-81c9-b3281557ae33',
      description: 'List its changes, the newest first',
    },
  ]
  static override args = {
    alarm_id: Args.string({description: 'Alarm (ID)', required: true}),
  }
  static override flags = {
    limit: Flags.integer({description: 'Maximum number of events to return', helpValue: 'NUMBER', min: 0}),
    marker: Flags.string({description: 'ID of the last event of the previous page', helpValue: 'EVENT-ID'}),
    sort: Flags.strings({
      description: 'Attribute to sort by, as KEY:asc or KEY:desc (repeatable)',
      helpValue: 'KEY:DIR',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AlarmHistoryShow)
    const session = await this.session()
    const path = `/alarms/${pathSegment(args.alarm_id, 'alarm')}/history`
    const query = {limit: flags.limit || undefined, marker: flags.marker, sort: flags.sort}
    const rows = session.list('alarming', path, '', {query})
    await this.table({timestamp: 'timestamp', type: 'type', detail: 'detail', event_id: 'event_id'}, rows)
  }
}
