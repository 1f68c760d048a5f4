import {Args, ShowCommand} from '@osc-cli/core'
import {IkePolicy, ikePolicyFields} from '#vpn/ike-policy'

export default class VpnIkePolicyShow extends ShowCommand {
  static override summary = 'Show an IKE policy'
  static override roles = ['reader']
  static override columns = Object.keys(ikePolicyFields)
  static override calls = ['GET /v2.0/vpn/ikepolicies?name={name}', 'GET /v2.0/vpn/ikepolicies/{id}']
  static override requires = 'vpnaas'
  static override examples = [
    {command: 'osc vpn ike policy show strong', description: 'Show its algorithms, IKE version and lifetime'},
  ]
  static override args = {
    ikepolicy: Args.string({description: 'IKE policy to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VpnIkePolicyShow)
    await this.show(await this.api(IkePolicy).find(args.ikepolicy), ikePolicyFields)
  }
}
