import {Args, Flags, Known, OscCommand, tagSetFlags} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {networkBody} from '#network-body'
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
  static override needs = {
    'qos-policy': {extension: 'qos'},
    'dns-domain': {extension: 'dns-integration'},
    pvlan: {extension: 'pvlan'},
  }
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
    ...Flags.choices({
      share: 'Share the network with other projects',
      'no-share': 'Do not share the network with other projects',
    }),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    mtu: Flags.string({description: 'MTU in bytes', helpValue: 'MTU'}),
    ...Flags.choices({
      'enable-port-security': 'Enable port security by default for ports of this network',
      'disable-port-security': 'Disable port security by default for ports of this network',
    }),
    ...Flags.choices({
      external: 'Make the network external: routers use it as a gateway',
      internal: 'Make the network internal',
    }),
    ...Flags.choices({
      default: 'Use the network as the default external network',
      'no-default': 'Do not use the network as the default external network',
    }),
    'qos-policy': Flags.string({
      description: 'QoS policy (name or ID)',
      helpValue: 'QOS-POLICY',
      exclusive: ['no-qos-policy'],
    }),
    'no-qos-policy': Flags.boolean({description: 'Remove the QoS policy', exclusive: ['qos-policy']}),
    ...Flags.choices({pvlan: 'Make the network a private VLAN', 'no-pvlan': 'Do not make the network a private VLAN'}),
    'provider-network-type': Flags.string({
      description: 'Physical mechanism of the network: flat, geneve, gre, local, vlan or vxlan',
      helpValue: 'PROVIDER-NETWORK-TYPE',
    }),
    'provider-physical-network': Flags.string({
      description: 'Physical network that implements the virtual network',
      helpValue: 'PROVIDER-PHYSICAL-NETWORK',
    }),
    'provider-segment': Flags.string({
      description: 'VLAN ID for VLAN networks, tunnel ID for tunnels',
      helpValue: 'PROVIDER-SEGMENT',
    }),
    'dns-domain': Flags.string({description: 'DNS domain', helpValue: 'DNS-DOMAIN'}),
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
