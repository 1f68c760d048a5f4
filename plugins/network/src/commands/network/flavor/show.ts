import {Args, ShowCommand} from '@osc-cli/core'
import {NetworkFlavor, networkFlavorFields} from '#network-flavor'

export default class NetworkFlavorShow extends ShowCommand {
  static override summary = 'Show a network flavor'
  static override roles = ['reader']
  static override columns = Object.keys(networkFlavorFields)
  static override calls = ['GET /v2.0/flavors?name={name}', 'GET /v2.0/flavors/{id}']
  static override requires = 'flavors'
  static override examples = [
    {command: 'osc network flavor show fast', description: 'Show its service type and profiles'},
  ]
  static override args = {
    flavor: Args.string({description: 'Network flavor to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkFlavorShow)
    await this.show(await this.api(NetworkFlavor).find(args.flavor), networkFlavorFields)
  }
}
