import {Args, OscCommand} from '@osc-cli/core'
import {Limit} from '#limit'

export default class LimitDelete extends OscCommand {
  static override summary = 'Delete limits of projects: the registered ones hold for them again.'
  static override roles = ['admin']
  static override calls = ['DELETE /v3/limits/{id}']
  static override examples = [
    {
      command: 'osc limit delete $(osc limit list -f value -c ID | tail -1)',
      description: 'The last one',
    },
  ]
  static override args = {
    limit_id: Args.string({description: 'Limits (IDs).', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(LimitDelete)
    await this.each(args.limit_id, (limit) => this.api(Limit).delete(limit))
  }
}
