import {ShowCommand} from '@osc-cli/core'
import {Alarm, withAlarm} from '#alarm'
import {alarmArgs, nameFlags} from '#alarm-named'

export default class AlarmStateGet extends ShowCommand {
  static override summary = 'Show the state of an alarm'
  static override roles = ['reader']
  static override calls = ['GET /v2/alarms/{id}/state', 'POST /v2/query/alarms']
  static override examples = [{command: 'osc alarm state get web-down -f value', description: 'Print only its state'}]
  static override args = alarmArgs
  static override flags = nameFlags

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AlarmStateGet)
    const named = {id: args.id, name: flags.name}
    const state = await withAlarm(this, named, async (id) => (await this.api(Alarm).raw(id, {path: '/state'})).json())
    await this.show({state})
  }
}
