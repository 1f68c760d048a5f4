import {Flags, Known, ShowCommand} from '@osc-cli/core'
import {ignoredDomain, LocalIp, localIpFields} from '#local-ip'

export default class LocalIpCreate extends ShowCommand {
  static override summary = 'Create a local IP'
  static override roles = ['member']
  static override calls = ['GET /v2.0/networks?name={name}', 'GET /v2.0/ports?name={name}', 'POST /v2.0/local_ips']
  static override requires = 'local_ip'
  static override seeAlso = ['local ip association create']
  static override examples = [
    {command: 'osc local ip create --name cache --network private', description: 'Create a local IP'},
  ]
  static override flags = {
    name: Flags.string({description: 'Name', helpValue: 'NAME'}),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    network: Flags.string({description: 'Network to allocate the local IP from (name or ID)', helpValue: 'NETWORK'}),
    'local-port': Flags.string({description: 'Port to allocate the local IP from (name or ID)', helpValue: 'PORT'}),
    'local-ip-address': Flags.string({description: 'IP address of the local IP', helpValue: 'IP-ADDRESS'}),
    'ip-mode': Flags.string({description: 'IP mode: translate (default) or passthrough', helpValue: 'IP-MODE'}),
    ...ignoredDomain,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(LocalIpCreate)
    const [network, port] = await Promise.all([
      flags.network ? this.api(Known.Network).id(flags.network) : undefined,
      flags['local-port'] ? this.api(Known.Port).id(flags['local-port']) : undefined,
    ])
    const created = await this.api(LocalIp).create({
      name: flags.name || undefined,
      description: flags.description || undefined,
      network_id: network,
      local_ip_address: flags['local-ip-address'] || undefined,
      local_port_id: port,
      ip_mode: flags['ip-mode'] || undefined,
    })
    await this.show(created, localIpFields)
  }
}
