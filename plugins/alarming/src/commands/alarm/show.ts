import {ShowCommand} from '@osc-cli/core'
import {Alarm, columnsOf, flatten, withAlarm} from '#alarm'
import {alarmArgs, nameFlags} from '#alarm-named'

export default class AlarmShow extends ShowCommand {
  static override summary = 'Show an alarm'
  static override roles = ['reader']
  static override calls = ['GET /v2/alarms/{id}', 'POST /v2/query/alarms']
  static override examples = [{command: 'osc alarm show web-down', description: 'Show its rule, state and actions'}]
  static override args = alarmArgs
  static override flags = nameFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AlarmShow)
    const named = {id: args.id, name: flags.name}
    const alarm = flatten(await withAlarm(this, named, async (id, known) => known ?? (await this.api(Alarm).get(id))))
    await this.show(alarm, columnsOf(alarm))
  }
}
