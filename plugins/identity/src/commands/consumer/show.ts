import {Args, ShowCommand} from '@osc-cli/core'
import {Consumer} from '#consumer'

export default class ConsumerShow extends ShowCommand {
  static override summary = 'Show an OAuth consumer'
  static override roles = ['admin', 'system reader']
  static override calls = ['GET /v3/OS-OAUTH1/consumers/{id}']
  static override examples = [
    {
      command: 'osc consumer show $(osc consumer list -f value -c ID | tail -1)',
      description: 'Use the last one in the list',
    },
  ]
  static override args = {
    consumer: Args.string({description: 'Consumer (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ConsumerShow)
    await this.show(await this.api(Consumer).find(args.consumer))
  }
}
