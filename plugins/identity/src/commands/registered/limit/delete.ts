import {Args, OscCommand} from '@osc-cli/core'
import {RegisteredLimit} from '#limit'

export default class RegisteredLimitDelete extends OscCommand {
  static override summary = 'Delete registered limits'
  static override roles = ['admin']
  static override calls = ['DELETE /v3/registered_limits/{id}']
  static override examples = [
    {
      command: 'osc registered limit delete $(osc registered limit list -f value -c ID | tail -1)',
      description: 'Use the last one in the list',
    },
  ]
  static override args = {
    registered_limits: Args.string({description: 'Registered limits to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(RegisteredLimitDelete)
    await this.each(args.registered_limits, (limit) => this.api(RegisteredLimit).delete(limit))
  }
}
