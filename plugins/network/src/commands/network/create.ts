import {Args, Flags, Known, projectFlags, projectOf, ShowCommand, tagFlags, UsageError} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {networkFields} from '#network'
import {networkBody, networkFlags, networkNeeds} from '#network-body'
import {saveTags} from '#tags'

export default class NetworkCreate extends ShowCommand {
  static override summary = 'Create a network'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/qos/policies?name={name}',
    'POST /v2.0/networks',
    'PUT /v2.0/networks/{id}/tags',
  ]
  static override needs = {
    ...networkNeeds,
    'availability-zone-hint': {extension: 'network_availability_zone'},
    'transparent-vlan': {extension: 'vlan-transparent'},
    'qinq-vlan': {extension: 'qinq'},
  }
  static override seeAlso = ['subnet create', 'network set']
  static override examples = [
    {command: 'osc network create private', description: 'Create a network'},
    {
      command: 'osc network create --external --provider-network-type flat --provider-physical-network public public',
      description: 'Create an external network',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new network', required: true}),
  }
  static override flags = {
    ...Flags.choices({enable: 'Enable the network (default)', disable: 'Disable the network'}),
    ...networkFlags,
    'availability-zone-hint': Flags.strings({
      description: 'Availability zone to schedule the network in (repeatable)',
      helpValue: 'AVAILABILITY-ZONE',
    }),
    'qos-policy': Flags.string({description: 'QoS policy (name or ID)', helpValue: 'QOS-POLICY'}),
    ...Flags.choices({
      'transparent-vlan': 'Make the network VLAN transparent',
      'no-transparent-vlan': 'Do not make the network VLAN transparent',
    }),
    ...Flags.choices({'qinq-vlan': 'Use VLAN QinQ (S-Tag ethertype 0x8a88)', 'no-qinq-vlan': 'Do not use VLAN QinQ'}),
    ...projectFlags('Project that owns the network (name or ID; default: your project)'),
    ...tagFlags('network'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkCreate)
    const network = this.api(Known.Network)
    if (flags['transparent-vlan'] && flags['qinq-vlan'])
      throw new UsageError('Options --transparent-vlan and --qinq-vlan are mutually exclusive.')
    if (flags.pvlan && flags['disable-port-security'])
      throw new UsageError('Options --pvlan and --disable-port-security are mutually exclusive.')
    if (flags['provider-segment'] && !flags['provider-network-type'])
      throw new UsageError('Option --provider-segment requires --provider-network-type.', {
        hint: 'Add --provider-network-type.',
      })
    const created = await network.create({
      name: args.name,
      ...(await networkBody(this.api, flags)),
      admin_state_up: !flags.disable,
      project_id: await projectOf(this.api, flags),
      availability_zone_hints: flags['availability-zone-hint'],
      vlan_transparent: Flags.chosen(flags, {'transparent-vlan': true, 'no-transparent-vlan': false}),
      vlan_qinq: Flags.chosen(flags, {'qinq-vlan': true, 'no-qinq-vlan': false}),
      ...extraProperties(flags),
    })
    await this.show({...created, ...(await saveTags(network, created, flags))}, networkFields)
  }
}
