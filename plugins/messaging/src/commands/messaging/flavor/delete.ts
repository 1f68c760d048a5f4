import {Args, OscCommand, pathSegment} from '@osc-cli/core'
import {send} from '#zaqar'

export default class MessagingFlavorDelete extends OscCommand {
  static override summary = 'Delete a flavor'
  static override roles = ['admin']
  static override calls = ['DELETE /v2/flavors/{name}']
  static override examples = [
    {command: `osc messaging flavor delete fast-queues`, description: 'Delete it; its pools remain'},
  ]
  static override args = {flavor_name: Args.string({description: 'Flavor (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingFlavorDelete)
    await send(this, {method: 'DELETE', path: `/flavors/${pathSegment(args.flavor_name, 'flavor')}`})
  }
}
