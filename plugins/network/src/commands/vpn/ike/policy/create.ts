import {Args, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {IkePolicy, ikePolicyBody, ikePolicyFields, ikePolicyFlags} from '#vpn/ike-policy'

export default class VpnIkePolicyCreate extends ShowCommand {
  static override summary = 'Create an IKE policy'
  static override roles = ['member']
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'POST /v2.0/vpn/ikepolicies']
  static override requires = 'vpnaas'
  static override seeAlso = ['vpn ipsec policy create']
  static override examples = [
    {
      command: 'osc vpn ike policy create --ike-version v2 --auth-algorithm sha256 --pfs group14 strong',
      description: 'Create an IKE policy',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new IKE policy', required: true}),
  }
  static override flags = {
    ...ikePolicyFlags,
    ...projectFlags('Project that owns the IKE policy (name or ID; default: your project)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VpnIkePolicyCreate)
    const created = await this.api(IkePolicy).create({
      name: args.name,
      ...ikePolicyBody(flags),
      project_id: await projectOf(this.api, flags),
    })
    await this.show(created, ikePolicyFields)
  }
}
