import {Args, OscCommand} from '@osc-cli/core'
import {IkePolicy} from '#vpn/ike-policy'

export default class VpnIkePolicyDelete extends OscCommand {
  static override summary = 'Delete IKE policies'
  static override roles = ['member']
  static override calls = ['GET /v2.0/vpn/ikepolicies?name={name}', 'DELETE /v2.0/vpn/ikepolicies/{id}']
  static override requires = 'vpnaas'
  static override examples = [{command: 'osc vpn ike policy delete strong', description: 'Delete by name'}]
  static override args = {
    ikepolicy: Args.string({description: 'IKE policies to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VpnIkePolicyDelete)
    const resource = this.api(IkePolicy)
    await this.each(args.ikepolicy, async (name) => resource.delete(await resource.id(name)))
  }
}
