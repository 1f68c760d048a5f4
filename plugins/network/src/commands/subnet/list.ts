import {
  Flags,
  firstOf,
  Known,
  ListCommand,
  pageFlags,
  projectFlags,
  projectOf,
  tagFilterFlags,
  tagQuery,
} from '@osc-cli/core'
import {longSubnetColumns, subnetColumns} from '#subnet'
import {SubnetPool} from '#subnet-pool'

export default class SubnetList extends ListCommand {
  static override summary = 'List subnets'
  static override roles = ['reader']
  static override columns = Object.keys({...subnetColumns, ...longSubnetColumns})
  static override calls = [
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/subnetpools?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/subnets',
  ]
  static override examples = [
    {command: 'osc subnet list', description: 'List all subnets'},
    {
      command: 'osc subnet list --network private --long',
      description: 'List the subnets of a network with more columns',
    },
  ]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
    'ip-version': Flags.string({description: 'List subnets with this IP version', options: ['4', '6']}),
    ...Flags.choices({dhcp: 'List subnets with DHCP', 'no-dhcp': 'List subnets without DHCP'}),
    'service-type': Flags.strings({
      description: 'List subnets with this service type (repeatable)',
      helpValue: 'SERVICE-TYPE',
    }),
    network: Flags.string({description: 'List subnets of this network (name or ID)', helpValue: 'NETWORK'}),
    gateway: Flags.string({description: 'List subnets with this gateway (IP address)', helpValue: 'GATEWAY'}),
    name: Flags.string({description: 'List subnets with this name', helpValue: 'NAME'}),
    'subnet-range': Flags.string({description: 'List subnets with this range (CIDR)', helpValue: 'SUBNET-RANGE'}),
    'subnet-pool': Flags.string({
      description: 'List subnets of this subnet pool (name or ID)',
      helpValue: 'SUBNET-POOL',
    }),
    ...projectFlags('List subnets of this project (name or ID)'),
    ...tagFilterFlags('subnets'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SubnetList)
    const [network, pool, project] = await Promise.all([
      flags.network && this.api(Known.Network).id(flags.network),
      flags['subnet-pool'] && this.api(SubnetPool).id(flags['subnet-pool']),
      projectOf(this.api, flags),
    ])
    const subnets = this.api(Known.Subnet).list({
      ip_version: flags['ip-version'],
      enable_dhcp: Flags.chosen(flags, {dhcp: true, 'no-dhcp': false}),
      service_types: flags['service-type'],
      project_id: project,
      network_id: network || undefined,
      gateway_ip: flags.gateway || undefined,
      name: flags.name || undefined,
      cidr: flags['subnet-range'] || undefined,
      subnetpool_id: pool || undefined,
      ...tagQuery(flags),
      marker: flags.marker,
      limit: flags.limit,
    })
    await this.table(flags.long ? longSubnetColumns : subnetColumns, firstOf(subnets, flags['max-items']))
  }
}
