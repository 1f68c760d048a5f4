import {Args, ShowCommand} from '@osc-cli/core'
import {TapService, tapServiceFields} from '#tap/service'

export default class TapServiceShow extends ShowCommand {
  static override summary = 'Show a tap service'
  static override roles = ['reader']
  static override columns = Object.keys(tapServiceFields)
  static override calls = ['GET /v2.0/taas/tap_services?name={name}', 'GET /v2.0/taas/tap_services/{id}']
  static override requires = 'taas'
  static override examples = [{command: 'osc tap service show analyzer', description: 'Show its port and status'}]
  static override args = {
    tap_service: Args.string({description: 'Tap service to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(TapServiceShow)
    await this.show(await this.api(TapService).find(args.tap_service), tapServiceFields)
  }
}
