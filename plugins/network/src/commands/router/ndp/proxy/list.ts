import {Flags, Known, ListCommand, projectFlags, projectOf} from '@osc-cli/core'
import {NdpProxy, ndpProxyColumns} from '#ndp-proxy'

export default class RouterNdpProxyList extends ListCommand {
  static override summary = 'List NDP proxies'
  static override roles = ['reader']
  static override columns = Object.keys(ndpProxyColumns)
  static override calls = [
    'GET /v2.0/routers?name={name}',
    'GET /v2.0/ports?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/ndp_proxies',
  ]
  static override requires = 'l3-ndp-proxy'
  static override examples = [
    {command: 'osc router ndp proxy list --router edge', description: 'List the NDP proxies of a router'},
  ]
  static override flags = {
    router: Flags.string({description: 'List NDP proxies of this router (name or ID)', helpValue: 'ROUTER'}),
    port: Flags.string({description: 'List NDP proxies of this port (name or ID)', helpValue: 'PORT'}),
    'ip-address': Flags.string({description: 'List NDP proxies with this IPv6 address', helpValue: 'IP-ADDRESS'}),
    name: Flags.string({description: 'List NDP proxies with this name', helpValue: 'NAME'}),
    ...projectFlags('List NDP proxies of this project (name or ID)'),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(RouterNdpProxyList)
    const [router, port, project] = await Promise.all([
      flags.router ? this.api(Known.Router).id(flags.router) : undefined,
      flags.port ? this.api(Known.Port).id(flags.port) : undefined,
      projectOf(this.api, flags),
    ])
    const proxies = this.api(NdpProxy).list({
      router_id: router,
      port_id: port,
      ip_address: flags['ip-address'],
      project_id: project,
      name: flags.name || undefined,
    })
    await this.table(ndpProxyColumns, proxies)
  }
}
