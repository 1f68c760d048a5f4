import {ListCommand} from '@osc-cli/core'
import {LIST_CALLS, listValidations} from '#validate/validations'

/** What the groups of osc and of TripleO are for. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  prep: 'Before a plan is complete',
  'pre-introspection': 'Before machines are inspected',
  'pre-deployment': 'Before a plan is deployed',
  'post-deployment': 'After a plan was deployed',
}

export default class TripleoValidatorGroupInfo extends ListCommand {
  static override summary = 'List the groups of validations'
  static override service = 'workflow'
  static override roles = ['member']
  static override calls = LIST_CALLS
  static override seeAlso = ['tripleo validator list', 'tripleo validator run']
  static override examples = [{command: 'osc tripleo validator group info', description: 'List groups'}]

  async run(): Promise<void> {
    await this.parse(TripleoValidatorGroupInfo)
    const groups = (await listValidations(await this.session())).flatMap((one) => one.groups)
    const rows = [...Map.groupBy(groups, (group) => group)].map(([name, all]) => ({
      name,
      description: DESCRIPTIONS[name] ?? '',
      count: all.length,
    }))
    await this.table(
      {Groups: 'name', Description: 'description', 'Number of Validations': 'count'},
      rows.sort((a, b) => (a.name < b.name ? -1 : 1)),
    )
  }
}
