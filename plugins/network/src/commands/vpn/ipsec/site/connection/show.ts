import {Args, ShowCommand} from '@osc-cli/core'
import {connectionFields, IpsecSiteConnection} from '#vpn/ipsec-site-connection'

export default class VpnIpsecSiteConnectionShow extends ShowCommand {
  static override summary = 'Show an IPsec site connection'
  static override roles = ['reader']
  static override columns = Object.keys(connectionFields)
  static override calls = [
    'GET /v2.0/vpn/ipsec-site-connections?name={name}',
    'GET /v2.0/vpn/ipsec-site-connections/{id}',
  ]
  static override requires = 'vpnaas'
  static override examples = [
    {command: 'osc vpn ipsec site connection show berlin', description: 'Show its peer, policies and status'},
  ]
  static override args = {
    ipsec_site_connection: Args.string({description: 'IPsec site connection to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VpnIpsecSiteConnectionShow)
    await this.show(await this.api(IpsecSiteConnection).find(args.ipsec_site_connection), connectionFields)
  }
}
