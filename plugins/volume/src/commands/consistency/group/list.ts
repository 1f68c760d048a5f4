import {Flags, ListCommand} from '@osc-cli/core'
import {ConsistencyGroup, consistencyGroupColumns, consistencyGroupLongColumns} from '#consistency-group'

export default class ConsistencyGroupList extends ListCommand {
  static override summary = 'List consistency groups'
  static override roles = []
  static override columns = Object.keys({...consistencyGroupColumns, ...consistencyGroupLongColumns})
  static override calls = ['GET /v3/consistencygroups/detail']
  static override seeAlso = ['consistency group show']
  static override examples = [
    {command: 'osc consistency group list --long', description: 'Include volume types and description'},
  ]
  static override flags = {
    'all-projects': Flags.boolean({description: 'List groups of all projects (administrators)'}),
    long: Flags.boolean({description: 'Include availability zone, description and volume types'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ConsistencyGroupList)
    const rows = this.api(ConsistencyGroup).list({all_tenants: flags['all-projects'] || undefined})
    await this.table(flags.long ? consistencyGroupLongColumns : consistencyGroupColumns, rows)
  }
}
