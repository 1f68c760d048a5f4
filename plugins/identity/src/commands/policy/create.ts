import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {Policy, readRulesText, withRules} from '#policy'

export default class PolicyCreate extends ShowCommand {
  static override summary = 'Keep a policy in Keystone, for services that fetch theirs from it.'
  static override roles = ['admin']
  static override calls = ['POST /v3/policies']
  static override examples = [{command: 'osc policy create rules.json', description: 'Out of a file'}]
  static override args = {
    rules: Args.string({description: 'File with the rules.', required: true}),
  }
  static override flags = {
    type: Flags.string({description: 'MIME type of the rules.', helpValue: 'TYPE', default: 'application/json'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PolicyCreate)
    const blob = await readRulesText(args.rules, this.runtime.cwd)
    await this.show(withRules(await this.api(Policy).create({blob, type: flags.type})))
  }
}
