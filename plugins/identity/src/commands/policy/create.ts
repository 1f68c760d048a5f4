import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {Policy, policyFields, readRulesText} from '#policy'

export default class PolicyCreate extends ShowCommand {
  static override summary = 'Create a policy that services can fetch'
  static override roles = ['admin']
  static override calls = ['POST /v3/policies']
  static override examples = [{command: 'osc policy create rules.json', description: 'Create a policy from a file'}]
  static override args = {
    rules: Args.string({description: 'File with the rules', required: true}),
  }
  static override flags = {
    type: Flags.string({description: 'MIME type of the rules', helpValue: 'TYPE', default: 'application/json'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PolicyCreate)
    const blob = await readRulesText(args.rules, this.runtime.cwd)
    await this.show(await this.api(Policy).create({blob, type: flags.type}), policyFields)
  }
}
