import {Args, ShowCommand} from '@osc-cli/core'
import {namespaceFlag} from '#definition'
import {drawWorkflow, graphFlag} from '#graph/draw'
import {inNamespace} from '#named'
import {Workflow, workflowFields} from '#workflow'

export default class WorkflowShow extends ShowCommand {
  static override summary = 'Show a workflow'
  static override roles = ['reader']
  static override columns = Object.keys(workflowFields)
  static override calls = ['GET /v2/workflows/{id}']
  static override seeAlso = ['workflow definition show', 'workflow execution create']
  static override examples = [
    {command: 'osc workflow show hello', description: 'Its input, scope and tags'},
    {command: 'osc workflow show hello --graph', description: 'Draw its tasks and transitions'},
    {command: 'osc workflow show hello --graph dot | dot -Tsvg > hello.svg', description: 'Draw them with Graphviz'},
  ]
  static override args = {workflow: Args.string({description: 'Workflow (name or ID)', required: true})}
  static override flags = {...namespaceFlag, ...graphFlag}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkflowShow)
    const workflow = await inNamespace(this.api(Workflow), args.workflow, flags.namespace)
    if (flags.graph) return await drawWorkflow(this, workflow, flags.graph)
    await this.show(workflow, workflowFields)
  }
}
