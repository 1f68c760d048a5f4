import {Args, pathSegment, ShowCommand} from '@osc-cli/core'
import {flavorFields} from '#flavor'
import {sendForObject} from '#zaqar'

export default class MessagingFlavorShow extends ShowCommand {
  static override summary = 'Show a flavor'
  static override roles = ['admin']
  static override calls = ['GET /v2/flavors/{name}']
  static override examples = [
    {command: `osc messaging flavor show fast-queues`, description: 'Show its pools and capabilities'},
  ]
  static override args = {flavor_name: Args.string({description: 'Flavor (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingFlavorShow)
    await this.show(
      await sendForObject(this, {path: `/flavors/${pathSegment(args.flavor_name, 'flavor')}`}),
      flavorFields,
    )
  }
}
