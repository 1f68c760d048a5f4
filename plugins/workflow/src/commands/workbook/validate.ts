import {Args, ShowCommand} from '@osc-cli/core'
import {validate, validationFields} from '#definition'

export default class WorkbookValidate extends ShowCommand {
  static override summary = 'Check the definition of a workbook'
  static override description =
    'The line and column of an error are printed on stderr. The exit code is 0 whether or not the definition is valid.'
  static override roles = ['reader']
  static override calls = ['POST /v2/workbooks/validate']
  static override seeAlso = ['workflow lint', 'workbook create', 'workbook update']
  static override examples = [
    {command: 'osc workbook validate hello.yaml -f value -c Error', description: 'Print only the problems'},
  ]
  static override args = {definition: Args.string({description: 'File with the definition', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(WorkbookValidate)
    await this.show(await validate(this, '/workbooks/validate', args.definition), validationFields)
  }
}
