import {Args, asArray, asObject, ListCommand} from '@osc-cli/core'
import {QosPolicy} from '#qos-policy'
import {qosRuleColumns} from '#qos-rule'

export default class NetworkQosRuleList extends ListCommand {
  static override summary = 'List the rules of a QoS policy'
  static override roles = ['reader']
  static override columns = Object.keys(qosRuleColumns)
  static override calls = ['GET /v2.0/qos/policies?name={name}']
  static override requires = 'qos'
  static override examples = [{command: 'osc network qos rule list slow', description: 'List the rules'}]
  static override args = {
    qos_policy: Args.string({description: 'QoS policy (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkQosRuleList)
    const policy = await this.api(QosPolicy).find(args.qos_policy)
    await this.table(qosRuleColumns, asArray(policy.rules).map(asObject))
  }
}
