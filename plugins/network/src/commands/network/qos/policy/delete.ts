import {Args, OscCommand} from '@osc-cli/core'
import {QosPolicy} from '#qos-policy'

export default class NetworkQosPolicyDelete extends OscCommand {
  static override summary = 'Delete QoS policies'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/qos/policies?name={name}', 'DELETE /v2.0/qos/policies/{id}']
  static override requires = 'qos'
  static override examples = [{command: 'osc network qos policy delete slow', description: 'Delete by name'}]
  static override args = {
    policy: Args.string({description: 'QoS policies to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkQosPolicyDelete)
    const resource = this.api(QosPolicy)
    await this.each(args.policy, async (name) => resource.delete(await resource.id(name)))
  }
}
