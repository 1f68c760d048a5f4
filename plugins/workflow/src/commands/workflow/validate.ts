import {Args, ShowCommand} from '@osc-cli/core'
import {validate, validationFields} from '#definition'

export default class WorkflowValidate extends ShowCommand {
  static override summary = 'Check the definition of a workflow'
  static override description =
    'The line and column of an error are printed on stderr. The exit code is 0 whether or not the definition is valid.'
  static override roles = ['reader']
  static override calls = ['POST /v2/workflows/validate']
  static override seeAlso = ['workflow lint', 'workflow create', 'workflow update']
  static override examples = [
    {command: 'osc workflow validate hello.yaml -f value -c Error', description: 'Print only the problems'},
  ]
  static override args = {definition: Args.string({description: 'File with the definition', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(WorkflowValidate)
    await this.show(await validate(this, '/workflows/validate', args.definition), validationFields)
  }
}
