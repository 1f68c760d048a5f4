import {Args, OscCommand} from '@osc-cli/core'
import {IpsecPolicy} from '#vpn/ipsec-policy'

export default class VpnIpsecPolicyDelete extends OscCommand {
  static override summary = 'Delete IPsec policies'
  static override roles = ['member']
  static override calls = ['GET /v2.0/vpn/ipsecpolicies?name={name}', 'DELETE /v2.0/vpn/ipsecpolicies/{id}']
  static override requires = 'vpnaas'
  static override examples = [{command: 'osc vpn ipsec policy delete strong', description: 'Delete by name'}]
  static override args = {
    ipsecpolicy: Args.string({description: 'IPsec policies to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VpnIpsecPolicyDelete)
    const resource = this.api(IpsecPolicy)
    await this.each(args.ipsecpolicy, async (name) => resource.delete(await resource.id(name)))
  }
}
