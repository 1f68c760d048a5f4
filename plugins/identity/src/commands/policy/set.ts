import {Args, Flags, OscCommand, requireChanges} from '@osc-cli/core'
import {Policy, readRulesText} from '#policy'

export default class PolicySet extends OscCommand {
  static override summary = 'Change a policy'
  static override roles = ['admin']
  static override calls = ['PATCH /v3/policies/{id}']
  static override examples = [
    {
      command: 'osc policy set --rules rules.json $(osc policy list -f value -c ID | tail -1)',
      description: 'Replace the rules of the last one',
    },
  ]
  static override args = {
    policy: Args.string({description: 'Policy to change (ID)', required: true}),
  }
  static override flags = {
    type: Flags.string({description: 'MIME type of the rules', helpValue: 'TYPE'}),
    rules: Flags.string({description: 'File with the rules', helpValue: 'FILE'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PolicySet)
    const blob = flags.rules === undefined ? undefined : await readRulesText(flags.rules, this.runtime.cwd)
    await this.api(Policy).update(args.policy, requireChanges({blob, type: flags.type}))
  }
}
