import {Flags, ShowCommand} from '@osc-cli/core'
import {Alarm, columnsOf, flatten, withAlarm} from '#alarm'
import {updatedAlarm} from '#alarm-body'
import {alarmFlags, typeOption} from '#alarm-flags'
import {alarmArgs} from '#alarm-named'
import {compositeRule} from '#composite-rule'

export default class AlarmUpdate extends ShowCommand {
  static override summary = 'Change an alarm'
  static override description =
    'Changes an alarm. Options that are not given keep their values; with another --type the rule is replaced.'
  static override roles = ['member']
  static override calls = ['GET /v2/alarms/{id}', 'POST /v2/query/alarms', 'PUT /v2/alarms/{id}']
  static override examples = [
    {command: 'osc alarm update --enabled False web-down', description: 'Stop evaluating it'},
    {command: 'osc alarm update --severity critical web-down', description: 'Change its severity'},
  ]
  static override args = alarmArgs
  static override flags = {
    name: Flags.string({
      description: 'New name of the alarm; without the argument, the name of the alarm to change',
      helpValue: 'NAME',
    }),
    type: Flags.string(typeOption),
    ...alarmFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AlarmUpdate)
    const composite = await compositeRule(flags['composite-rule'], this)
    const named = {id: args.id, name: args.id === undefined ? flags.name : undefined}
    const api = this.api(Alarm)
    const updated = await withAlarm(this, named, async (id, known) =>
      api.update(id, updatedAlarm(known ?? (await api.get(id)), flags, composite)),
    )
    const alarm = flatten(updated)
    await this.show(alarm, columnsOf(alarm))
  }
}
