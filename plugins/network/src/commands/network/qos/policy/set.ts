import {Args, Flags, OscCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {QosPolicy, qosPolicyBody, qosPolicyFlags} from '#qos-policy'

export default class NetworkQosPolicySet extends OscCommand {
  static override summary = 'Change a QoS policy'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/qos/policies?name={name}', 'PUT /v2.0/qos/policies/{id}']
  static override requires = 'qos'
  static override examples = [{command: 'osc network qos policy set --share slow', description: 'Share a QoS policy'}]
  static override args = {
    policy: Args.string({description: 'QoS policy to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...qosPolicyFlags,
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkQosPolicySet)
    const resource = this.api(QosPolicy)
    await resource.update(await resource.id(args.policy), {
      name: flags.name,
      ...qosPolicyBody(flags),
      ...extraProperties(flags),
    })
  }
}
