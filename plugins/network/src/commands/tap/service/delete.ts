import {Args, OscCommand} from '@osc-cli/core'
import {TapService} from '#tap/service'

export default class TapServiceDelete extends OscCommand {
  static override summary = 'Delete tap services'
  static override roles = ['member']
  static override calls = ['GET /v2.0/taas/tap_services?name={name}', 'DELETE /v2.0/taas/tap_services/{id}']
  static override requires = 'taas'
  static override examples = [{command: 'osc tap service delete analyzer', description: 'Delete by name'}]
  static override args = {
    tap_service: Args.string({description: 'Tap services to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(TapServiceDelete)
    const resource = this.api(TapService)
    await this.each(args.tap_service, async (name) => resource.delete(await resource.id(name)))
  }
}
