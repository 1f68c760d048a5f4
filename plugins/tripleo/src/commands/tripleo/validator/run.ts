import {Flags, ListCommand} from '@osc-cli/core'
import {planFlag} from '#deploy-flags'
import {chosenPlan, PLAN_NAME_CALLS} from '#plan/plan'
import {refuseFailed, runValidations, VALIDATE_CALLS} from '#validate/run'
import {chosenValidations, listValidations, validationsOfGroups} from '#validate/validations'

const exactlyOne = ['validation', 'group']

export default class TripleoValidatorRun extends ListCommand {
  static override summary = 'Run validations on a plan'
  static override description = 'Ends with status 1 if a validation fails. Warnings are not failures.'
  static override service = 'workflow'
  static override roles = ['member']
  static override calls = [...PLAN_NAME_CALLS, ...VALIDATE_CALLS]
  static override seeAlso = ['tripleo validator list', 'overcloud plan deploy']
  static override examples = [
    {
      command: 'osc tripleo validator run --group pre-deployment --plan first',
      description: 'Check a plan before it is deployed',
    },
    {command: 'osc tripleo validator run --validation quota --plan first', description: 'Run one validation'},
  ]
  static override flags = {
    validation: Flags.commaList({
      description: 'Validations (names or IDs), separated by commas',
      helpValue: 'VALIDATIONS',
      exactlyOne,
    }),
    group: Flags.commaList({description: 'Groups, separated by commas', helpValue: 'GROUPS', exactlyOne}),
    ...planFlag,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(TripleoValidatorRun)
    const all = await listValidations(await this.session())
    const chosen = flags.group ? validationsOfGroups(all, flags.group) : chosenValidations(all, flags.validation ?? [])
    const results = await runValidations(this, chosen, await chosenPlan(await this.session(), flags.plan))
    await this.table(
      {Validation: 'name', Status: 'status', Details: 'details'},
      results.map(({validation, status, lines}) => ({name: validation.name, status, details: lines.join('\n')})),
    )
    refuseFailed(results)
  }
}
