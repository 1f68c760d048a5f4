import {Args, OscCommand} from '@osc-cli/core'
import {LocalIp, LocalIpAssociation} from '#local-ip'

export default class LocalIpAssociationDelete extends OscCommand {
  static override summary = 'Remove ports from a local IP'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/local_ips?name={name}',
    'DELETE /v2.0/local_ips/{local_ip_id}/port_associations/{fixed_port_id}',
  ]
  static override requires = 'local_ip'
  static override examples = [
    {command: 'osc local ip association delete cache $(osc port show db -f value -c id)', description: 'Remove a port'},
  ]
  static override args = {
    local_ip: Args.string({description: 'Local IP (name or ID)', required: true}),
    fixed_port_id: Args.string({description: 'Associated ports to remove (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(LocalIpAssociationDelete)
    const associations = this.api(LocalIpAssociation).under(await this.api(LocalIp).id(args.local_ip))
    await this.each(args.fixed_port_id, (id) => associations.delete(id))
  }
}
