import {Args, asArray, Flags, type Json, Known, OscCommand, tagSetFlags, UsageError} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {asRoutes, subnetBody} from '#subnet-body'
import {saveTags} from '#tags'

export default class SubnetSet extends OscCommand {
  static override summary = 'Change a subnet'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/subnets?name={name}',
    'GET /v2.0/segments?name={name}',
    'PUT /v2.0/subnets/{id}',
    'PUT /v2.0/subnets/{id}/tags',
  ]
  static override needs = {
    'network-segment': {extension: 'segment'},
    'service-type': {extension: 'subnet-service-types'},
    'dns-publish-fixed-ip': {extension: 'subnet-dns-publish-fixed-ip'},
    'leak-routes': {extension: 'ovn-bgp'},
    'no-leak-routes': {extension: 'ovn-bgp'},
  }
  static override seeAlso = ['subnet unset']
  static override examples = [
    {
      command: 'osc subnet set --no-dns-nameservers --dns-nameserver 10.0.0.53 private-subnet',
      description: 'Replace the DNS servers',
    },
  ]
  static override args = {
    subnet: Args.string({description: 'Subnet to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...Flags.choices({dhcp: 'Enable DHCP', 'no-dhcp': 'Disable DHCP'}),
    ...Flags.choices({
      'dns-publish-fixed-ip': 'Publish fixed IP addresses in DNS',
      'no-dns-publish-fixed-ip': 'Do not publish fixed IP addresses in DNS',
    }),
    gateway: Flags.string({description: 'Gateway: an IP address or none', helpValue: 'GATEWAY'}),
    'network-segment': Flags.string({description: 'Network segment (name or ID)', helpValue: 'NETWORK-SEGMENT'}),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    ...Flags.choices({
      'leak-routes': 'Advertise the routes of the subnet',
      'no-leak-routes': 'Do not advertise the routes of the subnet',
    }),
    'allocation-pool': Flags.pairs({
      description: 'Range of addresses to allocate from (repeatable)',
      keys: {required: ['end', 'start']},
      helpValue: 'start=IP-ADDRESS,end=IP-ADDRESS',
    }),
    'no-allocation-pool': Flags.boolean({description: 'Remove the existing allocation pools first'}),
    'dns-nameserver': Flags.strings({description: 'DNS server (repeatable)', helpValue: 'DNS-NAMESERVER'}),
    'no-dns-nameservers': Flags.boolean({description: 'Remove the existing DNS servers first'}),
    'host-route': Flags.pairs({
      description: 'Additional route (repeatable)',
      keys: {required: ['destination', 'gateway']},
      helpValue: 'destination=SUBNET,gateway=IP-ADDRESS',
    }),
    'no-host-route': Flags.boolean({description: 'Remove the existing routes first'}),
    'service-type': Flags.strings({
      description: 'Service type: a valid device owner of ports (repeatable)',
      helpValue: 'SERVICE-TYPE',
    }),
    ...tagSetFlags('subnet'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SubnetSet)
    if (flags.gateway?.toLowerCase() === 'auto')
      throw new UsageError("Option --gateway: 'auto' is only for `subnet create`.", {
        hint: 'Use an IP address or none.',
      })
    const subnets = this.api(Known.Subnet)
    const subnet = await subnets.find(args.subnet)
    const gateway = flags.gateway?.toLowerCase()
    await subnets.update(String(subnet.id), {
      name: flags.name,
      gateway_ip: gateway === 'none' ? null : gateway,
      ...(await subnetBody(this.api, flags)),
      dns_nameservers: replaced(subnet.dns_nameservers, flags['dns-nameserver'], flags['no-dns-nameservers']),
      host_routes: replaced(subnet.host_routes, asRoutes(flags['host-route']), flags['no-host-route']),
      allocation_pools: replaced(subnet.allocation_pools, flags['allocation-pool'], flags['no-allocation-pool']),
      service_types: replaced(subnet.service_types, flags['service-type'], false),
      leak_routes: Flags.chosen(flags, {'leak-routes': true, 'no-leak-routes': false}),
      ...extraProperties(flags),
    })
    await saveTags(subnets, subnet, flags)
  }
}

/** New items come first, as in `openstack`: the order of DNS servers matters. */
function replaced(current: Json | undefined, added: readonly Json[] | undefined, isCleared: boolean) {
  if (added === undefined && !isCleared) return undefined
  return [...(added ?? []), ...(isCleared ? [] : asArray(current))]
}
