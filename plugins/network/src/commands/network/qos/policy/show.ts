import {Args, ShowCommand} from '@osc-cli/core'
import {QosPolicy, shownQosPolicy} from '#qos-policy'

export default class NetworkQosPolicyShow extends ShowCommand {
  static override summary = 'Show a QoS policy'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/qos/policies?name={name}', 'GET /v2.0/qos/policies/{id}']
  static override requires = 'qos'
  static override examples = [{command: 'osc network qos policy show slow', description: 'Show its rules'}]
  static override args = {
    policy: Args.string({description: 'QoS policy to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkQosPolicyShow)
    const policy = await this.api(QosPolicy).find(args.policy)
    await this.show(policy, shownQosPolicy(policy))
  }
}
