import {Args, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {IpsecPolicy, ipsecPolicyBody, ipsecPolicyFields, ipsecPolicyFlags} from '#vpn/ipsec-policy'

export default class VpnIpsecPolicyCreate extends ShowCommand {
  static override summary = 'Create an IPsec policy'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/vpn/ipsecpolicies',
  ]
  static override requires = 'vpnaas'
  static override seeAlso = ['vpn ike policy create']
  static override examples = [
    {
      command: 'osc vpn ipsec policy create --encryption-algorithm aes-256 --pfs group14 strong',
      description: 'Create an IPsec policy',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new IPsec policy', required: true}),
  }
  static override flags = {
    ...ipsecPolicyFlags,
    ...projectFlags('Project that owns the IPsec policy (name or ID; default: your project)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VpnIpsecPolicyCreate)
    const created = await this.api(IpsecPolicy).create({
      name: args.name,
      ...ipsecPolicyBody(flags),
      project_id: await projectOf(this.api, flags),
    })
    await this.show(created, ipsecPolicyFields)
  }
}
