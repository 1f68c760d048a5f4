import {Args, Flags, Known, ShowCommand} from '@osc-cli/core'
import {ignoredDomain, LocalIp, LocalIpAssociation, shownAssociation} from '#local-ip'

export default class LocalIpAssociationCreate extends ShowCommand {
  static override summary = 'Associate a port with a local IP'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/local_ips?name={name}',
    'GET /v2.0/ports?name={name}',
    'POST /v2.0/local_ips/{local_ip_id}/port_associations',
  ]
  static override requires = 'local_ip'
  static override examples = [{command: 'osc local ip association create cache db', description: 'Associate a port'}]
  static override args = {
    local_ip: Args.string({description: 'Local IP (name or ID)', required: true}),
    fixed_port: Args.string({description: 'Port (name or ID)', required: true}),
  }
  static override flags = {
    'fixed-ip': Flags.string({description: 'IP address of the port, if it has several', helpValue: 'IP-ADDRESS'}),
    ...ignoredDomain,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(LocalIpAssociationCreate)
    const [localIp, port] = await Promise.all([
      this.api(LocalIp).id(args.local_ip),
      this.api(Known.Port).id(args.fixed_port),
    ])
    const created = await this.api(LocalIpAssociation)
      .under(localIp)
      .create({fixed_port_id: port, fixed_ip: flags['fixed-ip'] || undefined})
    await this.show(created, shownAssociation(created))
  }
}
