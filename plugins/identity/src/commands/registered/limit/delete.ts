import {Args, OscCommand} from '@osc-cli/core'
import {RegisteredLimit} from '#limit'

export default class RegisteredLimitDelete extends OscCommand {
  static override summary = 'Delete registered limits that no project has a limit of its own for.'
  static override roles = ['admin']
  static override calls = ['DELETE /v3/registered_limits/{id}']
  static override examples = [
    {
      command: 'osc registered limit delete $(osc registered limit list -f value -c ID | tail -1)',
      description: 'The last one',
    },
  ]
  static override args = {
    registered_limits: Args.string({description: 'Registered limits (IDs).', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(RegisteredLimitDelete)
    await this.each(args.registered_limits, (limit) => this.api(RegisteredLimit).delete(limit))
  }
}
