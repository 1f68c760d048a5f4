import {Flags, ListCommand} from '@osc-cli/core'
import {LIST_CALLS, listValidations} from '#validate/validations'

export default class TripleoValidatorList extends ListCommand {
  static override summary = 'List validations'
  static override description =
    'A validation is a workflow in Mistral with the tag osc-check, and a tag group:NAME for each of its groups. Its input is ' +
    'a plan; its output lists what failed. Any workflow with these tags is included.'
  static override service = 'workflow'
  static override roles = ['member']
  static override calls = LIST_CALLS
  static override seeAlso = ['tripleo validator run', 'tripleo validator group info', 'undercloud setup']
  static override examples = [
    {command: 'osc tripleo validator list --group pre-deployment', description: 'List the validations of a group'},
  ]
  static override flags = {
    group: Flags.commaList({description: 'Groups, separated by commas (default: all)', helpValue: 'GROUPS'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(TripleoValidatorList)
    const found = await listValidations(await this.session(), flags.group)
    await this.table(
      {ID: 'id', Name: 'description', Groups: 'groups'},
      found.map((one) => ({...one, groups: one.groups.join(', ')})),
    )
  }
}
