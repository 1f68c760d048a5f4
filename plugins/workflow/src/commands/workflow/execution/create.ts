import {Args, asText, Flags, type JsonObject, ShowCommand, UsageError} from '@osc-cli/core'
import {namespaceFlag} from '#definition'
import {executionFields, WorkflowExecution} from '#execution'
import {followExecution} from '#follow'
import {objectInput} from '#json-input'
import {storedValue} from '#result'
import {isUuid, nameOrId} from '#uuid'

export default class WorkflowExecutionCreate extends ShowCommand {
  static override summary = 'Run a workflow'
  static override description =
    'With --wait, tasks are reported on stderr as they run, and the output of the workflow is shown at the end.'
  static override roles = ['member']
  static override calls = [
    'POST /v2/executions',
    'GET /v2/executions/{id}',
    'GET /v2/executions/{id}/tasks',
    'GET /v2/executions/{id}/report',
    'GET /v2/executions',
    'GET /v2/tasks/{id}/action_executions',
  ]
  static override seeAlso = ['workflow execution show', 'workflow execution follow', 'task execution list']
  static override examples = [
    {command: `osc workflow execution create --wait hello '{"name": "Ada"}'`, description: 'With input, until it ends'},
    {command: 'osc workflow execution create hello input.json', description: 'With input from a file'},
  ]
  static override args = {
    workflow: Args.string({description: 'Workflow (name or ID)'}),
    input: Args.string({description: 'Input: JSON or a file'}),
    params: Args.string({description: 'Other parameters, such as env: JSON or a file'}),
  }
  static override flags = {
    ...namespaceFlag,
    description: Flags.string({char: 'd', description: 'Description', helpValue: 'TEXT', default: ''}),
    source: Flags.optionalValue({char: 's', description: 'Execution to repeat (ID)', helpValue: 'ID', bare: ''}),
    wait: Flags.boolean({description: 'Wait for the workflow to end'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkflowExecutionCreate)
    if (!args.workflow && !flags.source)
      throw new UsageError('No workflow was specified.', {
        hint: 'Specify a workflow, or an execution to repeat with -s.',
      })
    const {cwd} = this.runtime
    const [input, params] = await Promise.all([objectInput(args.input, cwd), objectInput(args.params, cwd)])
    const body: JsonObject = {
      description: flags.description,
      ...(flags.source && isUuid(flags.source) && {source_execution_id: flags.source}),
      ...(args.workflow && nameOrId('workflow', args.workflow)),
      ...(flags.namespace && {workflow_namespace: flags.namespace}),
      ...(input && {input: JSON.stringify(input)}),
      ...(params && {params: JSON.stringify(params)}),
    }
    const created = await this.api(WorkflowExecution).create(body)
    if (!flags.wait) return await this.show(created, executionFields(this.now()))
    const ended = await followExecution(this, asText(created.id) ?? '')
    await this.show(ended, {...executionFields(this.now()), Output: ({output}) => storedValue(output)})
  }
}
