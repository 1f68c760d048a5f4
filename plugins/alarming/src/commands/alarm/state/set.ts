import {Flags, ShowCommand} from '@osc-cli/core'
import {ALARM_STATES, Alarm, withAlarm} from '#alarm'
import {alarmArgs, nameFlags} from '#alarm-named'

export default class AlarmStateSet extends ShowCommand {
  static override summary = 'Set the state of an alarm'
  static override description =
    'Sets the state until the next evaluation. The actions of the new state are not triggered.'
  static override roles = ['member']
  static override calls = ['PUT /v2/alarms/{id}/state', 'POST /v2/query/alarms']
  static override examples = [{command: 'osc alarm state set --state ok web-down', description: 'Reset an event alarm'}]
  static override args = alarmArgs
  static override flags = {
    ...nameFlags,
    state: Flags.string({description: 'New state', options: ALARM_STATES, helpValue: 'STATE', required: true}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AlarmStateSet)
    const call = {
      method: 'PUT',
      path: '/state',
      body: JSON.stringify(flags.state),
      headers: {'content-type': 'application/json'},
    } as const
    const named = {id: args.id, name: flags.name}
    const state = await withAlarm(this, named, async (id) => (await this.api(Alarm).raw(id, call)).json())
    await this.show({state})
  }
}
