import {Known, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {associateArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {NetworkAssociation, networkAssociationFields} from '#bgpvpn/network-association'

export default class BgpvpnNetworkAssociationCreate extends ShowCommand {
  static override summary = 'Add a network to a BGP VPN'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/networks?name={name}',
    'POST /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/network_associations',
  ]
  static override requires = 'bgpvpn'
  static override examples = [
    {command: 'osc bgpvpn network association create branch private', description: 'Connect a network'},
  ]
  static override args = associateArgs('Network')
  static override flags = {
    ...projectFlags('Project that owns the association (name or ID)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpvpnNetworkAssociationCreate)
    const [bgpvpn, network, project] = await Promise.all([
      this.api(Bgpvpn).id(args.bgpvpn),
      this.api(Known.Network).id(args.resource),
      projectOf(this.api, flags),
    ])
    const created = await this.api(NetworkAssociation).under(bgpvpn).create({
      network_id: network,
      project_id: project,
    })
    await this.show(created, networkAssociationFields)
  }
}
