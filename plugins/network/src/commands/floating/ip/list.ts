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
import {FloatingIp, floatingIpColumns, longFloatingIpColumns} from '#floating-ip'

export default class FloatingIpList extends ListCommand {
  static override summary = 'List floating IPs'
  static override roles = ['reader']
  static override columns = Object.keys({...floatingIpColumns, ...longFloatingIpColumns})
  static override calls = [
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/routers?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/floatingips',
  ]
  static override examples = [
    {command: 'osc floating ip list --long', description: 'List all floating IPs with more columns'},
  ]
  static override flags = {
    network: Flags.strings({
      description: 'List floating IPs of this network (name or ID; repeatable)',
      helpValue: 'NETWORK',
    }),
    port: Flags.strings({description: 'List floating IPs of this port (name or ID; repeatable)', helpValue: 'PORT'}),
    'fixed-ip-address': Flags.string({
      description: 'List floating IPs that map to this address',
      helpValue: 'IP-ADDRESS',
    }),
    'floating-ip-address': Flags.string({
      description: 'List the floating IP with this address',
      helpValue: 'IP-ADDRESS',
    }),
    status: Flags.string({description: 'List floating IPs with this status', options: ['ACTIVE', 'DOWN']}),
    router: Flags.strings({
      description: 'List floating IPs of this router (name or ID; repeatable)',
      helpValue: 'ROUTER',
    }),
    long: Flags.boolean({description: 'Include additional columns'}),
    ...projectFlags('List floating IPs of this project (name or ID)'),
    ...tagFilterFlags('floating IPs'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(FloatingIpList)
    const [networks, ports, routers, project] = await Promise.all([
      flags.network && this.api(Known.Network).ids(flags.network),
      flags.port && this.api(Known.Port).ids(flags.port),
      flags.router && this.api(Known.Router).ids(flags.router),
      projectOf(this.api, flags),
    ])
    const floatingIps = this.api(FloatingIp).list({
      floating_network_id: networks,
      port_id: ports,
      fixed_ip_address: flags['fixed-ip-address'],
      floating_ip_address: flags['floating-ip-address'],
      status: flags.status,
      project_id: project,
      router_id: routers,
      ...tagQuery(flags),
      marker: flags.marker,
      limit: flags.limit,
    })
    await this.table(flags.long ? longFloatingIpColumns : floatingIpColumns, firstOf(floatingIps, flags['max-items']))
  }
}
