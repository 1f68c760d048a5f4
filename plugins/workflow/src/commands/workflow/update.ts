import {Args, asArray, asObject, Flags, ListCommand, pathSegment} from '@osc-cli/core'
import {namespaceFlag, publicFlag, scopeQuery, sendDefinition} from '#definition'
import {orEmptyRow, unusedPageOptions} from '#mistral-list'
import {workflowColumns} from '#workflow'

export default class WorkflowUpdate extends ListCommand {
  static override summary = 'Replace the definition of workflows'
  static override roles = ['member']
  static override calls = ['PUT /v2/workflows', 'PUT /v2/workflows/{id}']
  static override seeAlso = ['workflow definition show', 'workflow validate']
  static override examples = [
    {command: 'osc workflow update hello.yaml', description: 'Every workflow of a file, by its name'},
    {
      command: 'osc workflow update --id 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11 hello.yaml',
      description: 'One workflow, which may have another name in the file',
    },
  ]
  static override args = {definition: Args.string({description: 'File with the definition', required: true})}
  static override flags = {
    ...unusedPageOptions,
    id: Flags.string({description: 'Workflow to replace (ID; default: by the names in the file)', helpValue: 'ID'}),
    ...namespaceFlag,
    ...publicFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkflowUpdate)
    const path = flags.id ? `/workflows/${pathSegment(flags.id, 'workflow')}` : '/workflows'
    const answer = await sendDefinition(this, 'PUT', path, args.definition, scopeQuery(flags))
    const workflows = flags.id ? [answer] : asArray(answer.workflows).map(asObject)
    await this.table(workflowColumns, orEmptyRow(workflows))
  }
}
