import {Args, Flags, OscCommand} from '@osc-cli/core'
import {IkePolicy, ikePolicyBody, ikePolicyFlags} from '#vpn/ike-policy'

export default class VpnIkePolicySet extends OscCommand {
  static override summary = 'Change an IKE policy'
  static override roles = ['member']
  static override calls = ['GET /v2.0/vpn/ikepolicies?name={name}', 'PUT /v2.0/vpn/ikepolicies/{id}']
  static override requires = 'vpnaas'
  static override examples = [
    {
      command: 'osc vpn ike policy set --lifetime units=seconds,value=7200 strong',
      description: 'Change the lifetime of keys',
    },
  ]
  static override args = {
    ikepolicy: Args.string({description: 'IKE policy to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...ikePolicyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VpnIkePolicySet)
    const policies = this.api(IkePolicy)
    const changes = {name: flags.name, ...ikePolicyBody(flags)}
    await policies.update(await policies.id(args.ikepolicy), changes)
  }
}
