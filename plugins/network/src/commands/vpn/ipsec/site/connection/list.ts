import {Flags, ListCommand} from '@osc-cli/core'
import {connectionColumns, IpsecSiteConnection, longConnectionColumns} from '#vpn/ipsec-site-connection'

export default class VpnIpsecSiteConnectionList extends ListCommand {
  static override summary = 'List IPsec site connections'
  static override roles = ['reader']
  static override columns = Object.keys({...connectionColumns, ...longConnectionColumns})
  static override calls = ['GET /v2.0/vpn/ipsec-site-connections']
  static override requires = 'vpnaas'
  static override examples = [
    {command: 'osc vpn ipsec site connection list', description: 'List all IPsec site connections'},
  ]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VpnIpsecSiteConnectionList)
    await this.table(flags.long ? longConnectionColumns : connectionColumns, this.api(IpsecSiteConnection).list())
  }
}
