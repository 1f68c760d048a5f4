import {Args, Flags, OscCommand} from '@osc-cli/core'
import {
  connectionBody,
  connectionFlags,
  connectionNeeds,
  IpsecSiteConnection,
  peerOptions,
} from '#vpn/ipsec-site-connection'

export default class VpnIpsecSiteConnectionSet extends OscCommand {
  static override summary = 'Change an IPsec site connection'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/vpn/endpoint-groups?name={name}',
    'GET /v2.0/vpn/ipsec-site-connections?name={name}',
    'PUT /v2.0/vpn/ipsec-site-connections/{id}',
  ]
  static override requires = 'vpnaas'
  static override needs = connectionNeeds
  static override examples = [
    {command: 'osc vpn ipsec site connection set --disable berlin', description: 'Disable a connection'},
  ]
  static override args = {
    ipsec_site_connection: Args.string({description: 'IPsec site connection to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...connectionFlags,
    'peer-id': Flags.string(peerOptions.id),
    'peer-address': Flags.string(peerOptions.address),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VpnIpsecSiteConnectionSet)
    const connections = this.api(IpsecSiteConnection)
    const [id, changes] = await Promise.all([
      connections.id(args.ipsec_site_connection),
      connectionBody(this.api, flags),
    ])
    await connections.update(id, {name: flags.name, ...changes})
  }
}
