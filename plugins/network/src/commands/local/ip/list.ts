import {Flags, ListCommand, projectFlags, projectOf} from '@osc-cli/core'
import {LocalIp, localIpColumns, localIpValues} from '#local-ip'

export default class LocalIpList extends ListCommand {
  static override summary = 'List local IPs'
  static override roles = ['reader']
  static override columns = Object.keys(localIpColumns)
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
    const localIps = this.api(LocalIp).list({
      ...(await localIpValues(this.api, flags)),
      project_id: await projectOf(this.api, flags),
    })
    await this.table(localIpColumns, localIps)
  }
}
