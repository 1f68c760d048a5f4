import {Args, OscCommand} from '@osc-cli/core'
import {accepted} from '#accepted'
import {namespaceFlag} from '#definition'
import {Workbook} from '#workbook'

export default class WorkbookDelete extends OscCommand {
  static override summary = 'Delete workbooks'
  static override roles = ['member']
  static override calls = ['DELETE /v2/workbooks/{name}']
  static override seeAlso = ['workbook list', 'workflow delete']
  static override examples = [
    {command: 'osc workbook delete deploy', description: 'Delete a workbook; its workflows stay'},
  ]
  static override args = {
    workbook: Args.string({description: 'Workbooks to delete (names)', required: true, multiple: true}),
  }
  static override flags = namespaceFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkbookDelete)
    await this.each(args.workbook, async (name) => {
      await this.api(Workbook).delete(name, {namespace: flags.namespace || undefined})
      await this.print(accepted('workbook', name))
    })
  }
}
