import {ListCommand} from '@osc-cli/core'
import {CronTrigger, cronTriggerColumns, cronTriggerKeys} from '#cron-trigger'
import {listQuery, orEmptyRow, pageOptions} from '#mistral-list'

export default class CronTriggerList extends ListCommand {
  static override summary = 'List cron triggers'
  static override roles = ['reader']
  static override columns = Object.keys(cronTriggerColumns)
  static override calls = ['GET /v2/cron_triggers']
  static override seeAlso = ['cron trigger create', 'cron trigger show']
  static override examples = [
    {command: 'osc cron trigger list --filter workflow_name=backup', description: 'Triggers of one workflow'},
  ]
  static override flags = pageOptions

  async run(): Promise<void> {
    const {flags} = await this.parse(CronTriggerList)
    const rows = this.api(CronTrigger).list(listQuery(flags, cronTriggerKeys), {singlePage: true})
    await this.table(cronTriggerColumns, orEmptyRow(rows))
  }
}
