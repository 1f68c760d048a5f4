import {Args, ShowCommand} from '@osc-cli/core'
import {namespaceFlag} from '#definition'
import {inNamespace} from '#named'
import {Workbook, workbookFields} from '#workbook'

export default class WorkbookShow extends ShowCommand {
  static override summary = 'Show a workbook'
  static override roles = ['reader']
  static override columns = Object.keys(workbookFields)
  static override calls = ['GET /v2/workbooks/{name}']
  static override seeAlso = ['workbook definition show']
  static override examples = [{command: 'osc workbook show deploy', description: 'Its scope and tags'}]
  static override args = {workbook: Args.string({description: 'Workbook (name)', required: true})}
  static override flags = namespaceFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkbookShow)
    await this.show(await inNamespace(this.api(Workbook), args.workbook, flags.namespace), workbookFields)
  }
}
