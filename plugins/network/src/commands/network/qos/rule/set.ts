import {Args, OscCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {QosPolicy} from '#qos-policy'
import {qosRule, qosRuleBody, qosRuleFlags, typeOfRule} from '#qos-rule'

export default class NetworkQosRuleSet extends OscCommand {
  static override summary = 'Change a rule of a QoS policy'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/qos/policies?name={name}', 'PUT /v2.0/qos/policies/{policy_id}/{type}_rules/{id}']
  static override requires = 'qos'
  static override examples = [
    {
      command:
        'osc network qos rule set --max-kbps 2000 slow $(osc network qos rule list slow -f value -c ID | tail -1)',
      description: 'Raise the limit',
    },
  ]
  static override args = {
    qos_policy: Args.string({description: 'QoS policy (name or ID)', required: true}),
    id: Args.string({description: 'QoS rule (ID)', required: true}),
  }
  static override flags = {
    ...qosRuleFlags,
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkQosRuleSet)
    const policy = await this.api(QosPolicy).find(args.qos_policy)
    const type = typeOfRule(policy, args.id)
    const body = {...qosRuleBody(type, flags, false), ...extraProperties(flags)}
    await qosRule(this.api, type, policy).update(args.id, body)
  }
}
