import {Args, OscCommand} from '@osc-cli/core'
import {Limit} from '#limit'

export default class LimitDelete extends OscCommand {
  static override summary = 'Delete project limits and restore the registered limits'
  static override roles = ['admin']
  static override calls = ['DELETE /v3/limits/{id}']
  static override examples = [
    {
      command: 'osc limit delete $(osc limit list -f value -c ID | tail -1)',
      description: 'Use the last one in the list',
    },
  ]
  static override args = {
    limit_id: Args.string({description: 'Limits to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(LimitDelete)
    await this.each(args.limit_id, (limit) => this.api(Limit).delete(limit))
  }
}
