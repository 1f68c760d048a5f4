import {Args, Flags, OscCommand} from '@osc-cli/core'
import {connectionBody, connectionFlags, connectionNeeds, IpsecSiteConnection} from '#vpn/ipsec-site-connection'

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
    'peer-id': Flags.string({
      description: 'Identity of the peer: an IP address, e-mail address, key ID or FQDN',
      helpValue: 'ID',
    }),
    'peer-address': Flags.string({
      description: 'Public IP address or FQDN of the peer',
      helpValue: 'ADDRESS',
    }),
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
