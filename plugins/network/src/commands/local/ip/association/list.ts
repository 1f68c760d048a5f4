import {Args, Flags, Known, ListCommand} from '@osc-cli/core'
import {associationColumns, ignoredDomain, LocalIp, LocalIpAssociation} from '#local-ip'

export default class LocalIpAssociationList extends ListCommand {
  static override summary = 'List the ports associated with a local IP'
  static override roles = ['reader']
  static override calls = [
    'GET /v2.0/local_ips?name={name}',
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/local_ips/{local_ip_id}/port_associations',
  ]
  static override requires = 'local_ip'
  static override examples = [
    {command: 'osc local ip association list cache', description: 'List all associated ports'},
  ]
  static override args = {
    local_ip: Args.string({description: 'Local IP (name or ID)', required: true}),
  }
  static override flags = {
    'fixed-port': Flags.string({description: 'List associations of this port (name or ID)', helpValue: 'PORT'}),
    'fixed-ip': Flags.string({description: 'List associations with this address', helpValue: 'IP-ADDRESS'}),
    host: Flags.string({description: 'List associations on this host', helpValue: 'HOST'}),
    ...ignoredDomain,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(LocalIpAssociationList)
    const {'fixed-port': port} = flags
    const localIp = await this.api(LocalIp).id(args.local_ip)
    const associations = this.api(LocalIpAssociation)
      .under(localIp)
      .list({
        fixed_port_id: port ? await this.api(Known.Port).id(port) : undefined,
        fixed_ip: flags['fixed-ip'] || undefined,
        host: flags.host || undefined,
      })
    await this.table(associationColumns(localIp), associations)
  }
}
