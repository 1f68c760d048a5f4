import {
  asText,
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
import {longPortColumns, portColumns, pvlanColumns} from '#port'

export default class PortList extends ListCommand {
  static override summary = 'List ports'
  static override roles = ['reader']
  static override columns = Object.keys({...portColumns, ...pvlanColumns, ...longPortColumns})
  static override calls = [
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/routers?name={name}',
    'GET /v2.0/subnets?name={name}',
    'GET /v2.1/servers/detail?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/ports',
  ]
  static override seeAlso = ['port create', 'port set']
  static override examples = [
    {command: 'osc port list --server web', description: 'List the ports of a server'},
    {command: 'osc port list --fixed-ip ip-address=10.0.0.9 --long', description: 'Find the port that has an address'},
  ]
  static override flags = {
    'device-owner': Flags.string({description: 'List ports with this device owner', helpValue: 'DEVICE-OWNER'}),
    host: Flags.string({description: 'List ports that are bound on this host (ID)', helpValue: 'HOST-ID'}),
    network: Flags.string({description: 'List ports of this network (name or ID)', helpValue: 'NETWORK'}),
    router: Flags.string({
      description: 'List ports of this router (name or ID)',
      helpValue: 'ROUTER',
      exclusive: ['server', 'device-id'],
    }),
    server: Flags.string({
      description: 'List ports of this server (name or ID)',
      helpValue: 'SERVER',
      exclusive: ['router', 'device-id'],
    }),
    'device-id': Flags.string({
      description: 'List ports of this device (ID)',
      helpValue: 'ID',
      exclusive: ['router', 'server'],
    }),
    'mac-address': Flags.string({description: 'List the port with this MAC address', helpValue: 'MAC-ADDRESS'}),
    long: Flags.boolean({description: 'Include additional columns'}),
    ...projectFlags('List ports of this project (name or ID)'),
    'pvlan-type': Flags.string({description: 'List ports of this PVLAN type', helpValue: 'PVLAN-TYPE'}),
    'pvlan-community': Flags.string({description: 'List ports of this PVLAN community', helpValue: 'PVLAN-COMMUNITY'}),
    ...Flags.choices({pvlan: 'List ports in a private VLAN', 'no-pvlan': 'List ports that are not in a private VLAN'}),
    name: Flags.string({description: 'List ports with this name', helpValue: 'NAME'}),
    'security-group': Flags.strings({
      description: 'List ports with this security group (ID; repeatable)',
      helpValue: 'SECURITY-GROUP',
    }),
    status: Flags.string({description: 'List ports with this status', options: ['ACTIVE', 'BUILD', 'DOWN', 'ERROR']}),
    'fixed-ip': Flags.pairs({
      description: 'List ports with this address (repeatable)',
      helpValue: 'subnet=SUBNET,ip-address=IP-ADDRESS,ip-substring=IP-SUBSTRING',
      keys: {optional: ['subnet', 'ip-address', 'ip-substring']},
    }),
    ...tagFilterFlags('ports'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(PortList)
    const [network, project, router, server, fixedIps] = await Promise.all([
      flags.network && this.api(Known.Network).id(flags.network),
      projectOf(this.api, flags),
      flags.router && this.api(Known.Router).id(flags.router),
      flags.server && this.api(Known.Server).id(flags.server),
      this.fixedIpFilters(flags['fixed-ip'] ?? []),
    ])
    const hasPvlan = flags.pvlan || flags['no-pvlan'] || (flags['pvlan-type'] ?? flags['pvlan-community']) !== undefined
    const ports = this.api(Known.Port).list({
      device_owner: flags['device-owner'],
      device_id: router || server || flags['device-id'],
      'binding:host_id': flags.host || undefined,
      network_id: network,
      mac_address: flags['mac-address'] || undefined,
      status: flags.status,
      project_id: project,
      name: flags.name || undefined,
      fixed_ips: fixedIps,
      security_groups: flags['security-group'],
      pvlan_type: flags['pvlan-type'],
      pvlan_community: flags['pvlan-community'],
      ...tagQuery(flags),
      marker: flags.marker,
      limit: flags.limit,
    })
    const wanted = Flags.chosen(flags, {pvlan: true, 'no-pvlan': false})
    const rows =
      wanted === undefined ? ports : matching(ports, ({pvlan_type: type}) => (asText(type) !== undefined) === wanted)
    const columns = {...portColumns, ...(hasPvlan && pvlanColumns), ...(flags.long && longPortColumns)}
    await this.table(columns, firstOf(rows, flags['max-items']))
  }

  private async fixedIpFilters(given: readonly Record<string, string>[]): Promise<string[]> {
    const filters = given.map(async ({subnet, 'ip-address': ip, 'ip-substring': part}) => [
      ...(subnet ? [`subnet_id=${await this.api(Known.Subnet).id(subnet)}`] : []),
      ...(ip === undefined ? [] : [`ip_address=${ip}`]),
      ...(part === undefined ? [] : [`ip_address_substr=${part}`]),
    ])
    return (await Promise.all(filters)).flat()
  }
}

async function* matching<T>(rows: AsyncIterable<T>, test: (row: T) => boolean): AsyncGenerator<T> {
  for await (const row of rows) if (test(row)) yield row
}
