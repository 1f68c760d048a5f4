import {ShowCommand} from '@osc-cli/core'
import {associationArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {PortAssociation, portAssociationFields} from '#bgpvpn/port-association'

export default class BgpvpnPortAssociationShow extends ShowCommand {
  static override summary = 'Show the association of a port with a BGP VPN'
  static override roles = ['reader']
  static override columns = Object.keys(portAssociationFields)
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/port_associations/{id}',
  ]
  static override requires = 'bgpvpn-routes-control'
  static override examples = [
    {
      command:
        'osc bgpvpn port association show $(osc bgpvpn port association list branch -f value -c ID | tail -1) branch',
      description: 'Show its port and routes',
    },
  ]
  static override args = {...associationArgs}

  async run(): Promise<void> {
    const {args} = await this.parse(BgpvpnPortAssociationShow)
    const associations = this.api(PortAssociation).under(await this.api(Bgpvpn).id(args.bgpvpn))
    await this.show(await associations.find(args.association_id), portAssociationFields)
  }
}
