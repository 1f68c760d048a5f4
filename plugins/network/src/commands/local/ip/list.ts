import {Flags, Known, ListCommand, projectFlags, projectOf} from '@osc-cli/core'
import {LocalIp, localIpColumns} from '#local-ip'

export default class LocalIpList extends ListCommand {
  static override summary = 'List local IPs'
  static override roles = ['reader']
  static override calls = [
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/ports?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/local_ips',
  ]
  static override requires = 'local_ip'
  static override examples = [{command: 'osc local ip list', description: 'List all local IPs'}]
  static override flags = {
    name: Flags.string({description: 'List local IPs with this name', helpValue: 'NAME'}),
    network: Flags.string({description: 'List local IPs of this network (name or ID)', helpValue: 'NETWORK'}),
    'local-port': Flags.string({description: 'List local IPs of this port (name or ID)', helpValue: 'PORT'}),
    'local-ip-address': Flags.string({description: 'List local IPs with this address', helpValue: 'IP-ADDRESS'}),
    'ip-mode': Flags.string({description: 'List local IPs with this IP mode', helpValue: 'IP-MODE'}),
    ...projectFlags('List local IPs of this project (name or ID)'),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(LocalIpList)
    const [network, port] = await Promise.all([
      flags.network ? this.api(Known.Network).id(flags.network) : undefined,
      flags['local-port'] ? this.api(Known.Port).id(flags['local-port']) : undefined,
    ])
    const localIps = this.api(LocalIp).list({
      name: flags.name || undefined,
      project_id: await projectOf(this.api, flags),
      network_id: network,
      local_port_id: port,
      local_ip_address: flags['local-ip-address'] || undefined,
      ip_mode: flags['ip-mode'] || undefined,
    })
    await this.table(localIpColumns, localIps)
  }
}
