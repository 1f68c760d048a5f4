import {Args, ShowCommand} from '@osc-cli/core'
import {namespaceFlag, publicFlag, scopeQuery, sendDefinition} from '#definition'
import {workbookFields} from '#workbook'

export default class WorkbookCreate extends ShowCommand {
  static override summary = 'Create a workbook'
  static override roles = ['member']
  static override calls = ['POST /v2/workbooks']
  static override seeAlso = ['workbook validate', 'workflow list']
  static override examples = [
    {command: 'osc workbook create deploy.yaml', description: 'Its workflows are named WORKBOOK.WORKFLOW'},
  ]
  static override args = {definition: Args.string({description: 'File with the definition', required: true})}
  static override flags = {...namespaceFlag, ...publicFlag}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkbookCreate)
    await this.show(
      await sendDefinition(this, 'POST', '/workbooks', args.definition, scopeQuery(flags)),
      workbookFields,
    )
  }
}
