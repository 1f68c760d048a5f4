import {Args, ShowCommand} from '@osc-cli/core'
import {IpsecPolicy, ipsecPolicyFields} from '#vpn/ipsec-policy'

export default class VpnIpsecPolicyShow extends ShowCommand {
  static override summary = 'Show an IPsec policy'
  static override roles = ['reader']
  static override columns = Object.keys(ipsecPolicyFields)
  static override calls = ['GET /v2.0/vpn/ipsecpolicies?name={name}', 'GET /v2.0/vpn/ipsecpolicies/{id}']
  static override requires = 'vpnaas'
  static override examples = [
    {command: 'osc vpn ipsec policy show strong', description: 'Show its algorithms, mode and lifetime'},
  ]
  static override args = {
    ipsecpolicy: Args.string({description: 'IPsec policy to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VpnIpsecPolicyShow)
    await this.show(await this.api(IpsecPolicy).find(args.ipsecpolicy), ipsecPolicyFields)
  }
}
