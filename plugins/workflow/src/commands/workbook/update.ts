import {Args, ShowCommand} from '@osc-cli/core'
import {namespaceFlag, publicFlag, scopeQuery, sendDefinition} from '#definition'
import {workbookFields} from '#workbook'

export default class WorkbookUpdate extends ShowCommand {
  static override summary = 'Replace the definition of a workbook'
  static override roles = ['member']
  static override calls = ['PUT /v2/workbooks']
  static override seeAlso = ['workbook validate', 'workflow list']
  static override examples = [
    {command: 'osc workbook update deploy.yaml', description: 'Its workflows are named WORKBOOK.WORKFLOW'},
  ]
  static override args = {definition: Args.string({description: 'File with the definition', required: true})}
  static override flags = {...namespaceFlag, ...publicFlag}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkbookUpdate)
    await this.show(await sendDefinition(this, 'PUT', '/workbooks', args.definition, scopeQuery(flags)), workbookFields)
  }
}
