import {Args, ShowCommand} from '@osc-cli/core'
import {shownTapFlow, TapFlow} from '#tap/flow'

export default class TapFlowShow extends ShowCommand {
  static override summary = 'Show a tap flow'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/taas/tap_flows?name={name}', 'GET /v2.0/taas/tap_flows/{id}']
  static override requires = 'taas'
  static override examples = [
    {command: 'osc tap flow show web', description: 'Show its port, direction and tap service'},
  ]
  static override args = {
    tap_flow: Args.string({description: 'Tap flow to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(TapFlowShow)
    const found = await this.api(TapFlow).find(args.tap_flow)
    await this.show(found, shownTapFlow(found))
  }
}
