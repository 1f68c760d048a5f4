import {Args, Flags, OscCommand} from '@osc-cli/core'
import {IpsecPolicy, ipsecPolicyBody, ipsecPolicyFlags} from '#vpn/ipsec-policy'

export default class VpnIpsecPolicySet extends OscCommand {
  static override summary = 'Change an IPsec policy'
  static override roles = ['member']
  static override calls = ['GET /v2.0/vpn/ipsecpolicies?name={name}', 'PUT /v2.0/vpn/ipsecpolicies/{id}']
  static override requires = 'vpnaas'
  static override examples = [
    {
      command: 'osc vpn ipsec policy set --auth-algorithm sha512 strong',
      description: 'Change the authentication algorithm',
    },
  ]
  static override args = {
    ipsecpolicy: Args.string({description: 'IPsec policy to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...ipsecPolicyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VpnIpsecPolicySet)
    const policies = this.api(IpsecPolicy)
    const changes = {name: flags.name, ...ipsecPolicyBody(flags)}
    await policies.update(await policies.id(args.ipsecpolicy), changes)
  }
}
