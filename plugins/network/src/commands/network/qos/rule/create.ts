import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {QosPolicy} from '#qos-policy'
import {type QosRuleType, qosRule, qosRuleBody, qosRuleFields, qosRuleFlags} from '#qos-rule'

export default class NetworkQosRuleCreate extends ShowCommand {
  static override summary = 'Create a rule in a QoS policy'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/qos/policies?name={name}', 'POST /v2.0/qos/policies/{policy_id}/{type}_rules']
  static override requires = 'qos'
  static override examples = [
    {
      command: 'osc network qos rule create --type bandwidth-limit --max-kbps 1000 --egress slow',
      description: 'Limit the bandwidth',
    },
  ]
  static override args = {
    qos_policy: Args.string({description: 'QoS policy (name or ID)', required: true}),
  }
  static override flags = {
    type: Flags.string({
      description: 'Type of the rule',
      options: ['minimum-bandwidth', 'minimum-packet-rate', 'dscp-marking', 'bandwidth-limit'],
      required: true,
    }),
    ...qosRuleFlags,
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkQosRuleCreate)
    const type = flags.type as QosRuleType
    const body = {...qosRuleBody(type, flags, true), ...extraProperties(flags)}
    const policy = await this.api(QosPolicy).find(args.qos_policy)
    const rule = await qosRule(this.api, type, policy).create(body)
    await this.show(rule, qosRuleFields(type))
  }
}
