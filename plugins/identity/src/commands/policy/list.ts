import {Flags, ListCommand} from '@osc-cli/core'
import {longPolicyColumns, Policy, policyColumns} from '#policy'

export default class PolicyList extends ListCommand {
  static override summary = 'List policies'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys({...policyColumns, ...longPolicyColumns})
  static override calls = ['GET /v3/policies']
  static override examples = [{command: 'osc policy list --long', description: 'List policies with their rules'}]
  static override flags = {
    long: Flags.boolean({description: 'Include the rules'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(PolicyList)
    await this.table(flags.long ? longPolicyColumns : policyColumns, this.api(Policy).list())
  }
}
