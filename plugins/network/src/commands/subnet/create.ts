import {Args, Flags, Known, projectFlags, projectOf, ShowCommand, tagFlags} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {subnetFields} from '#subnet'
import {asRoutes, subnetBody} from '#subnet-body'
import {SubnetPool} from '#subnet-pool'
import {saveTags} from '#tags'

export default class SubnetCreate extends ShowCommand {
  static override summary = 'Create a subnet'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/subnetpools?name={name}',
    'GET /v2.0/segments?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/subnets',
    'PUT /v2.0/subnets/{id}/tags',
  ]
  static override needs = {
    'network-segment': {extension: 'segment'},
    'service-type': {extension: 'subnet-service-types'},
    'subnet-pool': {extension: 'subnet_allocation'},
    'use-default-subnet-pool': {extension: 'default-subnetpools'},
    'dns-publish-fixed-ip': {extension: 'subnet-dns-publish-fixed-ip'},
  }
  static override seeAlso = ['network create', 'router add subnet']
  static override examples = [
    {
      command: 'osc subnet create --network private --subnet-range 10.0.0.0/24 private-subnet',
      description: 'Create a subnet',
    },
    {
      command: 'osc subnet create --network private --subnet-range 10.0.1.0/24 --gateway none --no-dhcp isolated',
      description: 'Create a subnet without gateway and DHCP',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new subnet', required: true}),
  }
  static override flags = {
    'subnet-pool': Flags.string({
      description: 'Subnet pool to allocate the subnet from (name or ID)',
      helpValue: 'SUBNET-POOL',
      exclusive: ['use-prefix-delegation', 'use-default-subnet-pool'],
    }),
    'use-prefix-delegation': Flags.boolean({
      description: 'Use prefix delegation, when the IP version is 6',
      exclusive: ['subnet-pool', 'use-default-subnet-pool'],
    }),
    'use-default-subnet-pool': Flags.boolean({
      description: 'Use the default subnet pool for the IP version',
      exclusive: ['subnet-pool', 'use-prefix-delegation'],
    }),
    'prefix-length': Flags.string({
      description: 'Prefix length to allocate from the subnet pool',
      helpValue: 'PREFIX-LENGTH',
    }),
    'subnet-range': Flags.string({
      description: 'Address range in CIDR notation (required without a subnet pool)',
      helpValue: 'SUBNET-RANGE',
    }),
    ...Flags.choices({dhcp: 'Enable DHCP', 'no-dhcp': 'Disable DHCP'}),
    ...Flags.choices({
      'dns-publish-fixed-ip': 'Publish fixed IP addresses in DNS',
      'no-dns-publish-fixed-ip': 'Do not publish fixed IP addresses in DNS',
    }),
    gateway: Flags.string({
      description: 'Gateway: an IP address, auto (the first address) or none',
      helpValue: 'GATEWAY',
      default: 'auto',
    }),
    'ip-version': Flags.string({description: 'IP version', options: ['4', '6'], default: '4'}),
    'ipv6-ra-mode': Flags.string({
      description: 'IPv6 router advertisement mode',
      options: ['dhcpv6-stateful', 'dhcpv6-stateless', 'slaac'],
    }),
    'ipv6-address-mode': Flags.string({
      description: 'IPv6 address mode',
      options: ['dhcpv6-stateful', 'dhcpv6-stateless', 'slaac'],
    }),
    'network-segment': Flags.string({description: 'Network segment (name or ID)', helpValue: 'NETWORK-SEGMENT'}),
    network: Flags.string({description: 'Network of the subnet (name or ID)', helpValue: 'NETWORK', required: true}),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    'allocation-pool': Flags.pairs({
      description: 'Range of addresses to allocate from (repeatable)',
      keys: {required: ['end', 'start']},
      helpValue: 'start=IP-ADDRESS,end=IP-ADDRESS',
    }),
    'dns-nameserver': Flags.strings({description: 'DNS server (repeatable)', helpValue: 'DNS-NAMESERVER'}),
    'host-route': Flags.pairs({
      description: 'Additional route (repeatable)',
      keys: {required: ['destination', 'gateway']},
      helpValue: 'destination=SUBNET,gateway=IP-ADDRESS',
    }),
    'service-type': Flags.strings({
      description: 'Service type: a valid device owner of ports (repeatable)',
      helpValue: 'SERVICE-TYPE',
    }),
    ...projectFlags('Project that owns the subnet (name or ID; default: your project)'),
    ...tagFlags('subnet'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SubnetCreate)
    const subnets = this.api(Known.Subnet)
    const gateway = flags.gateway.toLowerCase()
    const pool = flags['subnet-pool']
    const created = await subnets.create({
      name: args.name,
      project_id: await projectOf(this.api, flags),
      network_id: await this.api(Known.Network).id(flags.network),
      subnetpool_id: flags['use-prefix-delegation']
        ? 'prefix_delegation'
        : pool === undefined
          ? undefined
          : await this.api(SubnetPool).id(pool),
      use_default_subnetpool: flags['use-default-subnet-pool'] || undefined,
      prefixlen: flags['prefix-length'],
      cidr: flags['subnet-range'],
      ip_version: Number(flags['ip-version']),
      ipv6_ra_mode: flags['ipv6-ra-mode'],
      ipv6_address_mode: flags['ipv6-address-mode'],
      gateway_ip: gateway === 'auto' ? undefined : gateway === 'none' ? null : gateway,
      allocation_pools: flags['allocation-pool'],
      dns_nameservers: flags['dns-nameserver'],
      host_routes: asRoutes(flags['host-route']),
      service_types: flags['service-type'],
      ...(await subnetBody(this.api, flags)),
      ...extraProperties(flags),
    })
    await this.show({...created, ...(await saveTags(subnets, created, flags))}, subnetFields)
  }
}
