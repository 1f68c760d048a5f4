import {Args, ShowCommand} from '@osc-cli/core'
import {QosPolicy} from '#qos-policy'
import {qosRule, qosRuleFields, typeOfRule} from '#qos-rule'

export default class NetworkQosRuleShow extends ShowCommand {
  static override summary = 'Show a rule of a QoS policy'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/qos/policies?name={name}', 'GET /v2.0/qos/policies/{policy_id}/{type}_rules/{id}']
  static override requires = 'qos'
  static override examples = [
    {
      command: 'osc network qos rule show slow $(osc network qos rule list slow -f value -c ID | tail -1)',
      description: 'Show the last rule',
    },
  ]
  static override args = {
    qos_policy: Args.string({description: 'QoS policy (name or ID)', required: true}),
    id: Args.string({description: 'QoS rule (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkQosRuleShow)
    const policy = await this.api(QosPolicy).find(args.qos_policy)
    const type = typeOfRule(policy, args.id)
    await this.show(await qosRule(this.api, type, policy).get(args.id), qosRuleFields(type))
  }
}
