import {Flags, ListCommand} from '@osc-cli/core'
import {IpsecPolicy, ipsecPolicyColumns, longIpsecPolicyColumns} from '#vpn/ipsec-policy'

export default class VpnIpsecPolicyList extends ListCommand {
  static override summary = 'List IPsec policies'
  static override roles = ['reader']
  static override columns = Object.keys({...ipsecPolicyColumns, ...longIpsecPolicyColumns})
  static override calls = ['GET /v2.0/vpn/ipsecpolicies']
  static override requires = 'vpnaas'
  static override examples = [{command: 'osc vpn ipsec policy list', description: 'List all IPsec policies'}]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VpnIpsecPolicyList)
    await this.table(flags.long ? longIpsecPolicyColumns : ipsecPolicyColumns, this.api(IpsecPolicy).list())
  }
}
