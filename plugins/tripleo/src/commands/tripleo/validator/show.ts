import {Args, ShowCommand} from '@osc-cli/core'
import {chosenValidations, LIST_CALLS, listValidations} from '#validate/validations'

export default class TripleoValidatorShow extends ShowCommand {
  static override summary = 'Show a validation'
  static override service = 'workflow'
  static override roles = ['member']
  static override calls = LIST_CALLS
  static override seeAlso = ['tripleo validator run', 'workflow definition show']
  static override examples = [
    {command: 'osc tripleo validator show quota', description: 'Show what a validation checks'},
  ]
  static override args = {validation: Args.string({description: 'Validation (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(TripleoValidatorShow)
    const all = await listValidations(await this.session())
    for (const {id, name, description, groups} of chosenValidations(all, [args.validation]))
      await this.show(
        {id, name, description, groups: groups.join(', ')},
        {ID: 'id', Name: 'name', Description: 'description', Groups: 'groups'},
      )
  }
}
