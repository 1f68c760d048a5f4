import {Args, OscCommand} from '@osc-cli/core'
import {IpsecSiteConnection} from '#vpn/ipsec-site-connection'

export default class VpnIpsecSiteConnectionDelete extends OscCommand {
  static override summary = 'Delete IPsec site connections'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/vpn/ipsec-site-connections?name={name}',
    'DELETE /v2.0/vpn/ipsec-site-connections/{id}',
  ]
  static override requires = 'vpnaas'
  static override examples = [{command: 'osc vpn ipsec site connection delete berlin', description: 'Delete by name'}]
  static override args = {
    ipsec_site_connection: Args.string({
      description: 'IPsec site connections to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VpnIpsecSiteConnectionDelete)
    const resource = this.api(IpsecSiteConnection)
    await this.each(args.ipsec_site_connection, async (name) => resource.delete(await resource.id(name)))
  }
}
