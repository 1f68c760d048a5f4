import {Args, ShowCommand} from '@osc-cli/core'
import {MeterRule, meterRuleFields} from '#network-meter'

export default class NetworkMeterRuleShow extends ShowCommand {
  static override summary = 'Show a rule of a network meter'
  static override roles = ['admin']
  static override columns = Object.keys(meterRuleFields)
  static override calls = ['GET /v2.0/metering/metering-label-rules/{id}']
  static override requires = 'metering'
  static override examples = [
    {
      command: 'osc network meter rule show $(osc network meter rule list -f value -c ID | tail -1)',
      description: 'Show its direction and prefixes',
    },
  ]
  static override args = {
    meter_rule_id: Args.string({description: 'Meter rule to show (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkMeterRuleShow)
    await this.show(await this.api(MeterRule).find(args.meter_rule_id), meterRuleFields)
  }
}
