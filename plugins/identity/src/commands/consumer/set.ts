import {Args, Flags, OscCommand, requireChanges} from '@osc-cli/core'
import {Consumer} from '#consumer'

export default class ConsumerSet extends OscCommand {
  static override summary = 'Change an OAuth consumer'
  static override roles = ['admin']
  static override calls = ['PATCH /v3/OS-OAUTH1/consumers/{id}']
  static override examples = [
    {
      command: 'osc consumer set --description "Monthly reports" $(osc consumer list -f value -c ID | tail -1)',
      description: 'Set the description of the last one',
    },
  ]
  static override args = {
    consumer: Args.string({description: 'Consumer (ID)', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'Description'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ConsumerSet)
    await this.api(Consumer).update(args.consumer, requireChanges({description: flags.description}))
  }
}
