import {OscCommand} from '@osc-cli/core'
import {associationsArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {PortAssociation} from '#bgpvpn/port-association'

export default class BgpvpnPortAssociationDelete extends OscCommand {
  static override summary = 'Remove ports from a BGP VPN'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'DELETE /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/port_associations/{id}',
  ]
  static override requires = 'bgpvpn-routes-control'
  static override examples = [
    {
      command:
        'osc bgpvpn port association delete $(osc bgpvpn port association list branch -f value -c ID | tail -1) branch',
      description: 'Delete an association',
    },
  ]
  static override args = {...associationsArgs}

  async run(): Promise<void> {
    const {args} = await this.parse(BgpvpnPortAssociationDelete)
    const associations = this.api(PortAssociation).under(await this.api(Bgpvpn).id(args.bgpvpn))
    await this.each(args.association_ids, (id) => associations.delete(id))
  }
}
