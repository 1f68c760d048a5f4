import {OscCommand} from '@osc-cli/core'
import {associationsArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {NetworkAssociation} from '#bgpvpn/network-association'

export default class BgpvpnNetworkAssociationDelete extends OscCommand {
  static override summary = 'Remove networks from a BGP VPN'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'DELETE /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/network_associations/{id}',
  ]
  static override requires = 'bgpvpn'
  static override examples = [
    {
      command:
        'osc bgpvpn network association delete $(osc bgpvpn network association list branch -f value -c ID | tail -1) branch',
      description: 'Delete an association',
    },
  ]
  static override args = {...associationsArgs}

  async run(): Promise<void> {
    const {args} = await this.parse(BgpvpnNetworkAssociationDelete)
    const associations = this.api(NetworkAssociation).under(await this.api(Bgpvpn).id(args.bgpvpn))
    await this.each(args.association_ids, (id) => associations.delete(id))
  }
}
