import {Args, ShowCommand} from '@osc-cli/core'
import {TapService, tapServiceFields} from '#tap/service'
import {textFlags} from '#tap/text-flags'

export default class TapServiceUpdate extends ShowCommand {
  static override summary = 'Change a tap service'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/taas/tap_services?name={name}',
    'GET /v2.0/taas/tap_services/{id}',
    'PUT /v2.0/taas/tap_services/{id}',
  ]
  static override requires = 'taas'
  static override examples = [
    {command: 'osc tap service update --description "For a test" analyzer', description: 'Describe a tap service'},
  ]
  static override args = {
    tap_service: Args.string({description: 'Tap service to change (name or ID)', required: true}),
  }
  static override flags = {...textFlags}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(TapServiceUpdate)
    const resource = this.api(TapService)
    const found = await resource.find(args.tap_service)
    const changed = await resource.update(String(found.id), {name: flags.name, description: flags.description})
    await this.show({...found, ...changed}, tapServiceFields)
  }
}
