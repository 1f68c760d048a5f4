import {OscCommand} from '@osc-cli/core'
import {Alarm, withAlarm} from '#alarm'
import {alarmArgs, nameFlags} from '#alarm-named'

export default class AlarmDelete extends OscCommand {
  static override summary = 'Delete an alarm'
  static override roles = ['member']
  static override calls = ['DELETE /v2/alarms/{id}', 'POST /v2/query/alarms']
  static override examples = [{command: 'osc alarm delete web-down', description: 'Delete it by name'}]
  static override args = alarmArgs
  static override flags = nameFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AlarmDelete)
    await withAlarm(this, {id: args.id, name: flags.name}, (id) => this.api(Alarm).delete(id))
  }
}
