import {Args, ShowCommand} from '@osc-cli/core'
import {shownTapFlow, TapFlow} from '#tap/flow'
import {textFlags} from '#tap/text-flags'

export default class TapFlowUpdate extends ShowCommand {
  static override summary = 'Change a tap flow'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/taas/tap_flows?name={name}',
    'GET /v2.0/taas/tap_flows/{id}',
    'PUT /v2.0/taas/tap_flows/{id}',
  ]
  static override requires = 'taas'
  static override examples = [
    {command: 'osc tap flow update --description "For a test" web', description: 'Describe a tap flow'},
  ]
  static override args = {
    tap_flow: Args.string({description: 'Tap flow to change (name or ID)', required: true}),
  }
  static override flags = {...textFlags}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(TapFlowUpdate)
    const resource = this.api(TapFlow)
    const found = await resource.find(args.tap_flow)
    const changed = await resource.update(String(found.id), {name: flags.name, description: flags.description})
    await this.show({...found, ...changed}, shownTapFlow(found))
  }
}
