import {ListCommand} from '@osc-cli/core'
import {EventTrigger, eventTriggerColumns, eventTriggerKeys} from '#event-trigger'
import {listQuery, orEmptyRow, pageOptions} from '#mistral-list'

export default class EventTriggerList extends ListCommand {
  static override summary = 'List event triggers'
  static override roles = ['reader']
  static override columns = Object.keys(eventTriggerColumns)
  static override calls = ['GET /v2/event_triggers']
  static override seeAlso = ['event trigger create', 'event trigger show']
  static override examples = [
    {
      command: 'osc event trigger list --filter event=compute.instance.create.end',
      description: 'Triggers for one event',
    },
  ]
  static override flags = pageOptions

  async run(): Promise<void> {
    const {flags} = await this.parse(EventTriggerList)
    const rows = this.api(EventTrigger).list(listQuery(flags, eventTriggerKeys), {singlePage: true})
    await this.table(eventTriggerColumns, orEmptyRow(rows))
  }
}
