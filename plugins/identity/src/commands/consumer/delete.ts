import {Args, OscCommand} from '@osc-cli/core'
import {Consumer} from '#consumer'

export default class ConsumerDelete extends OscCommand {
  static override summary = 'Delete OAuth consumers and their tokens'
  static override roles = ['admin']
  static override calls = ['DELETE /v3/OS-OAUTH1/consumers/{id}']
  static override examples = [
    {
      command: 'osc consumer delete $(osc consumer list -f value -c ID | tail -1)',
      description: 'Use the last one in the list',
    },
  ]
  static override args = {
    consumer: Args.string({description: 'Consumers to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ConsumerDelete)
    await this.each(args.consumer, (consumer) => this.api(Consumer).delete(consumer))
  }
}
