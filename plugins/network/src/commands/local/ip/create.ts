import {Flags, ShowCommand} from '@osc-cli/core'
import {ignoredDomain, LocalIp, localIpFields, localIpValues} from '#local-ip'

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
    const created = await this.api(LocalIp).create({
      ...(await localIpValues(this.api, flags)),
      description: flags.description || undefined,
    })
    await this.show(created, localIpFields)
  }
}
