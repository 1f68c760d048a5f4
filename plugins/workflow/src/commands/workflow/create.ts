import {Args, asArray, asObject, ListCommand} from '@osc-cli/core'
import {namespaceFlag, publicFlag, scopeQuery, sendDefinition} from '#definition'
import {orEmptyRow, unusedPageOptions} from '#mistral-list'
import {workflowColumns} from '#workflow'

export default class WorkflowCreate extends ListCommand {
  static override summary = 'Create the workflows of a definition'
  static override roles = ['member']
  static override calls = ['POST /v2/workflows']
  static override seeAlso = ['workflow validate', 'workflow execution create']
  static override examples = [
    {command: 'osc workflow create hello.yaml', description: 'Create every workflow in a file'},
    {command: 'osc workflow create hello.yaml --public', description: 'Available to all projects'},
  ]
  static override args = {definition: Args.string({description: 'File with the definition', required: true})}
  static override flags = {...unusedPageOptions, ...namespaceFlag, ...publicFlag}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkflowCreate)
    const {workflows} = await sendDefinition(this, 'POST', '/workflows', args.definition, scopeQuery(flags))
    await this.table(workflowColumns, orEmptyRow(asArray(workflows).map(asObject)))
  }
}
