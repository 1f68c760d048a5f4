import {Flags, ShowCommand} from '@osc-cli/core'
import {Alarm, columnsOf, flatten} from '#alarm'
import {alarmBody, checkRequired, ruleBody} from '#alarm-body'
import {alarmFlags, typeOption} from '#alarm-flags'
import {compositeRule} from '#composite-rule'

export default class AlarmCreate extends ShowCommand {
  static override summary = 'Create an alarm'
  static override description =
    'Aodh reads new alarms periodically: an alarm can be inactive for up to a minute after its creation. The options whose description starts with "Rule" apply to some types only.'
  static override roles = ['member']
  static override calls = ['GET /v2/alarms/{id}', 'POST /v2/alarms']
  static override examples = [
    {
      command:
        'osc alarm create --name web-down --type event --event-type "compute.instance.delete.*" --alarm-action http://192.0.2.10/hook',
      description: 'Call a URL when a server is deleted',
    },
    {
      command:
        'osc alarm create --name busy --type gnocchi_resources_threshold --metric cpu --threshold 80 --resource-type instance --resource-id 6d5e0a2b-8e55-4e2b-9a5e-1f0f8d5f5a11 --aggregation-method mean --comparison-operator gt',
      description: 'Watch the CPU load of a server',
    },
    {
      command: 'osc alarm create --name both --type composite --composite-rule @rules.json',
      description: 'Combine the rules in a file',
    },
  ]
  static override flags = {
    name: Flags.string({description: 'Name of the new alarm', helpValue: 'NAME', required: true}),
    type: Flags.string({...typeOption, required: true}),
    ...alarmFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(AlarmCreate)
    const {type} = flags
    checkRequired(type, flags)
    const composite = await compositeRule(flags['composite-rule'], this)
    const body = {...alarmBody(flags), [`${type}_rule`]: ruleBody(type, flags, composite)}
    const alarm = flatten(await this.api(Alarm).create(body))
    await this.note('A new alarm can be inactive for up to a minute.')
    await this.show(alarm, columnsOf(alarm))
  }
}
