import {Args, ShowCommand} from '@osc-cli/core'
import {TapMirror, tapMirrorFields} from '#tap/mirror'

export default class TapMirrorShow extends ShowCommand {
  static override summary = 'Show a tap mirror'
  static override roles = ['reader']
  static override columns = Object.keys(tapMirrorFields)
  static override calls = ['GET /v2.0/taas/tap_mirrors?name={name}', 'GET /v2.0/taas/tap_mirrors/{id}']
  static override requires = 'tap-mirror'
  static override examples = [{command: 'osc tap mirror show web', description: 'Show its port and the remote host'}]
  static override args = {
    tap_mirror: Args.string({description: 'Tap mirror to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(TapMirrorShow)
    await this.show(await this.api(TapMirror).find(args.tap_mirror), tapMirrorFields)
  }
}
