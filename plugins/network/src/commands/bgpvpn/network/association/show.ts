import {ShowCommand} from '@osc-cli/core'
import {associationArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {NetworkAssociation, networkAssociationFields} from '#bgpvpn/network-association'

export default class BgpvpnNetworkAssociationShow extends ShowCommand {
  static override summary = 'Show the association of a network with a BGP VPN'
  static override roles = ['reader']
  static override columns = Object.keys(networkAssociationFields)
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/network_associations/{id}',
  ]
  static override requires = 'bgpvpn'
  static override examples = [
    {
      command:
        'osc bgpvpn network association show $(osc bgpvpn network association list branch -f value -c ID | tail -1) branch',
      description: 'Show its network and project',
    },
  ]
  static override args = {...associationArgs}

  async run(): Promise<void> {
    const {args} = await this.parse(BgpvpnNetworkAssociationShow)
    const associations = this.api(NetworkAssociation).under(await this.api(Bgpvpn).id(args.bgpvpn))
    await this.show(await associations.find(args.association_id), networkAssociationFields)
  }
}
