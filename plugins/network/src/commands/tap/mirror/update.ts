import {Args, ShowCommand} from '@osc-cli/core'
import {TapMirror, tapMirrorFields} from '#tap/mirror'
import {textFlags} from '#tap/text-flags'

export default class TapMirrorUpdate extends ShowCommand {
  static override summary = 'Change a tap mirror'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/taas/tap_mirrors?name={name}',
    'GET /v2.0/taas/tap_mirrors/{id}',
    'PUT /v2.0/taas/tap_mirrors/{id}',
  ]
  static override requires = 'tap-mirror'
  static override examples = [
    {command: 'osc tap mirror update --description "For a test" web', description: 'Describe a tap mirror'},
  ]
  static override args = {
    tap_mirror: Args.string({description: 'Tap mirror to change (name or ID)', required: true}),
  }
  static override flags = {...textFlags}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(TapMirrorUpdate)
    const resource = this.api(TapMirror)
    const found = await resource.find(args.tap_mirror)
    const changed = await resource.update(String(found.id), {name: flags.name, description: flags.description})
    await this.show({...found, ...changed}, tapMirrorFields)
  }
}
