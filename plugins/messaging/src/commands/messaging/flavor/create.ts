import {Args, Flags, pathSegment, ShowCommand} from '@osc-cli/core'
import {flavorFields} from '#flavor'
import {send} from '#zaqar'

export default class MessagingFlavorCreate extends ShowCommand {
  static override summary = 'Create a flavor'
  static override roles = ['admin']
  static override calls = ['PUT /v2/flavors/{name}']
  static override examples = [
    {
      command: `osc messaging flavor create --pool_list fast,faster fast-queues`,
      description: 'Create a flavor of two pools',
    },
  ]
  static override args = {flavor_name: Args.string({description: 'Name of the new flavor', required: true})}
  static override flags = {
    pool_list: Flags.string({description: 'Pools of the flavor (comma-separated names)', helpValue: 'POOLS'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingFlavorCreate)
    const flavor = {pool_list: flags.pool_list?.split(',') ?? null}
    await send(this, {method: 'PUT', path: `/flavors/${pathSegment(args.flavor_name, 'flavor')}`, body: flavor})
    await this.show({name: args.flavor_name, ...flavor}, flavorFields)
  }
}
