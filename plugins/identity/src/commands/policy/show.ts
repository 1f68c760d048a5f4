import {Args, ShowCommand} from '@osc-cli/core'
import {Policy, policyFields} from '#policy'

export default class PolicyShow extends ShowCommand {
  static override summary = 'Show a policy'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(policyFields)
  static override calls = ['GET /v3/policies/{id}']
  static override examples = [
    {
      command: 'osc policy show $(osc policy list -f value -c ID | tail -1)',
      description: 'Use the last one in the list',
    },
  ]
  static override args = {
    policy: Args.string({description: 'Policy (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(PolicyShow)
    await this.show(await this.api(Policy).find(args.policy), policyFields)
  }
}
