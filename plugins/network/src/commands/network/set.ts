import {Args, Flags, Known, OscCommand, tagSetFlags} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {networkBody, networkFlags, networkNeeds} from '#network-body'
import {saveTags} from '#tags'

export default class NetworkSet extends OscCommand {
  static override summary = 'Change a network'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/qos/policies?name={name}',
    'PUT /v2.0/networks/{id}',
    'PUT /v2.0/networks/{id}/tags',
  ]
  static override needs = networkNeeds
  static override seeAlso = ['network unset']
  static override examples = [
    {
      command: 'osc network set --description "For tests" --tag test private',
      description: 'Describe and tag a network',
    },
  ]
  static override args = {
    network: Args.string({description: 'Network to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...Flags.choices({enable: 'Enable the network', disable: 'Disable the network'}),
    ...networkFlags,
    'qos-policy': Flags.string({
      description: 'QoS policy (name or ID)',
      helpValue: 'QOS-POLICY',
      exclusive: ['no-qos-policy'],
    }),
    'no-qos-policy': Flags.boolean({description: 'Remove the QoS policy', exclusive: ['qos-policy']}),
    ...tagSetFlags('network'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkSet)
    const networks = this.api(Known.Network)
    const network = await networks.find(args.network)
    await networks.update(String(network.id), {
      name: flags.name,
      ...(await networkBody(this.api, flags)),
      ...extraProperties(flags),
    })
    await saveTags(networks, network, flags)
  }
}
