import {Args, OscCommand} from '@osc-cli/core'
import {namespaceFlag, printText} from '#definition'
import {inNamespace} from '#named'
import {Workflow} from '#workflow'

export default class WorkflowDefinitionShow extends OscCommand {
  static override summary = 'Print the definition of a workflow'
  static override roles = ['reader']
  static override calls = ['GET /v2/workflows/{id}']
  static override seeAlso = ['workflow show', 'workflow update']
  static override examples = [
    {command: 'osc workflow definition show hello', description: 'The definition as it was uploaded'},
  ]
  static override args = {workflow: Args.string({description: 'Workflow (name or ID)', required: true})}
  static override flags = namespaceFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkflowDefinitionShow)
    const {definition} = await inNamespace(this.api(Workflow), args.workflow, flags.namespace)
    await printText(this, definition)
  }
}
