import {Flags, ListCommand} from '@osc-cli/core'
import {longVpnServiceColumns, VpnService, vpnServiceColumns} from '#vpn/service'

export default class VpnServiceList extends ListCommand {
  static override summary = 'List VPN services'
  static override roles = ['reader']
  static override columns = Object.keys({...vpnServiceColumns, ...longVpnServiceColumns})
  static override calls = ['GET /v2.0/vpn/vpnservices']
  static override requires = 'vpnaas'
  static override examples = [{command: 'osc vpn service list', description: 'List all VPN services'}]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VpnServiceList)
    await this.table(flags.long ? longVpnServiceColumns : vpnServiceColumns, this.api(VpnService).list())
  }
}
