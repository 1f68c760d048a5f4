import {Args, OscCommand} from '@osc-cli/core'
import {MeterRule} from '#network-meter'

export default class NetworkMeterRuleDelete extends OscCommand {
  static override summary = 'Delete rules of network meters'
  static override roles = ['admin']
  static override calls = ['DELETE /v2.0/metering/metering-label-rules/{id}']
  static override requires = 'metering'
  static override examples = [
    {
      command: 'osc network meter rule delete $(osc network meter rule list -f value -c ID | tail -1)',
      description: 'Delete by ID',
    },
  ]
  static override args = {
    meter_rule_id: Args.string({description: 'Meter rules to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkMeterRuleDelete)
    const rules = this.api(MeterRule)
    await this.each(args.meter_rule_id, (id) => rules.delete(id))
  }
}
