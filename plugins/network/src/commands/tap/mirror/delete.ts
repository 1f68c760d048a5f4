import {Args, OscCommand} from '@osc-cli/core'
import {TapMirror} from '#tap/mirror'

export default class TapMirrorDelete extends OscCommand {
  static override summary = 'Delete tap mirrors'
  static override roles = ['member']
  static override calls = ['GET /v2.0/taas/tap_mirrors?name={name}', 'DELETE /v2.0/taas/tap_mirrors/{id}']
  static override requires = 'tap-mirror'
  static override examples = [{command: 'osc tap mirror delete web', description: 'Delete by name'}]
  static override args = {
    tap_mirror: Args.string({description: 'Tap mirrors to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(TapMirrorDelete)
    const resource = this.api(TapMirror)
    await this.each(args.tap_mirror, async (name) => resource.delete(await resource.id(name)))
  }
}
