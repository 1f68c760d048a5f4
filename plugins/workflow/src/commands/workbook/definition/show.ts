import {Args, OscCommand} from '@osc-cli/core'
import {printText} from '#definition'
import {Workbook} from '#workbook'

export default class WorkbookDefinitionShow extends OscCommand {
  static override summary = 'Print the definition of a workbook'
  static override roles = ['reader']
  static override calls = ['GET /v2/workbooks/{name}']
  static override seeAlso = ['workbook show', 'workbook update']
  static override examples = [
    {command: 'osc workbook definition show deploy', description: 'The definition as it was uploaded'},
  ]
  static override args = {workbook: Args.string({description: 'Workbook (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(WorkbookDefinitionShow)
    const {definition} = await this.api(Workbook).find(args.workbook)
    await printText(this, definition)
  }
}
