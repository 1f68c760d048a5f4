import {Args, ShowCommand} from '@osc-cli/core'
import {QosRuleTypes, qosRuleTypeFields} from '#qos-rule-type'

export default class NetworkQosRuleTypeShow extends ShowCommand {
  static override summary = 'Show a type of QoS rule'
  static override roles = ['admin']
  static override columns = Object.keys(qosRuleTypeFields)
  static override calls = ['GET /v2.0/qos/rule-types/{type}']
  static override requires = 'qos-rule-type-details'
  static override examples = [
    {command: 'osc network qos rule type show bandwidth_limit', description: 'Show its drivers and parameters'},
  ]
  static override args = {
    rule_type: Args.string({description: 'Type of QoS rule', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkQosRuleTypeShow)
    await this.show(await this.api(QosRuleTypes).find(args.rule_type), qosRuleTypeFields)
  }
}
