import {Args, OscCommand} from '@osc-cli/core'
import {QosPolicy} from '#qos-policy'
import {qosRule, typeOfRule} from '#qos-rule'

export default class NetworkQosRuleDelete extends OscCommand {
  static override summary = 'Delete a rule of a QoS policy'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.0/qos/policies?name={name}',
    'DELETE /v2.0/qos/policies/{policy_id}/{type}_rules/{id}',
  ]
  static override requires = 'qos'
  static override examples = [
    {
      command: 'osc network qos rule delete slow $(osc network qos rule list slow -f value -c ID | tail -1)',
      description: 'Delete the last rule',
    },
  ]
  static override args = {
    qos_policy: Args.string({description: 'QoS policy (name or ID)', required: true}),
    id: Args.string({description: 'QoS rule (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkQosRuleDelete)
    const policy = await this.api(QosPolicy).find(args.qos_policy)
    const type = typeOfRule(policy, args.id)
    await qosRule(this.api, type, policy).delete(args.id)
  }
}
