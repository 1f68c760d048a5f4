import {Args, OscCommand} from '@osc-cli/core'
import {Policy} from '#policy'

export default class PolicyDelete extends OscCommand {
  static override summary = 'Delete policies'
  static override roles = ['admin']
  static override calls = ['DELETE /v3/policies/{id}']
  static override examples = [
    {
      command: 'osc policy delete $(osc policy list -f value -c ID | tail -1)',
      description: 'Use the last one in the list',
    },
  ]
  static override args = {
    policy: Args.string({description: 'Policies to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(PolicyDelete)
    await this.each(args.policy, (policy) => this.api(Policy).delete(policy))
  }
}
