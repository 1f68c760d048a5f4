import {Args, OscCommand} from '@osc-cli/core'
import {TapFlow} from '#tap/flow'

export default class TapFlowDelete extends OscCommand {
  static override summary = 'Delete tap flows'
  static override roles = ['member']
  static override calls = ['GET /v2.0/taas/tap_flows?name={name}', 'DELETE /v2.0/taas/tap_flows/{id}']
  static override requires = 'taas'
  static override examples = [{command: 'osc tap flow delete web', description: 'Delete by name'}]
  static override args = {
    tap_flow: Args.string({description: 'Tap flows to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(TapFlowDelete)
    const resource = this.api(TapFlow)
    await this.each(args.tap_flow, async (name) => resource.delete(await resource.id(name)))
  }
}
