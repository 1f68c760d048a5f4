import {Args, Flags, requireChanges, ShowCommand} from '@osc-cli/core'
import {executionFields, WorkflowExecution} from '#execution'
import {objectInput} from '#json-input'

export default class WorkflowExecutionUpdate extends ShowCommand {
  static override summary = 'Pause, resume, stop or describe a workflow execution'
  static override roles = ['member']
  static override calls = ['PUT /v2/executions/{id}']
  static override seeAlso = ['workflow execution show', 'task execution rerun']
  static override examples = [
    {
      command: 'osc workflow execution update -s PAUSED 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11',
      description: 'Pause; RUNNING resumes it',
    },
    {
      command: 'osc workflow execution update -s CANCELLED 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11',
      description: 'Cancel',
    },
  ]
  static override args = {execution: Args.string({description: 'Workflow execution (ID)', required: true})}
  static override flags = {
    state: Flags.string({
      char: 's',
      description: 'New state',
      helpValue: 'STATE',
      options: ['RUNNING', 'PAUSED', 'SUCCESS', 'ERROR', 'CANCELLED'],
    }),
    env: Flags.string({char: 'e', description: 'Environment variables: JSON, YAML or a file', helpValue: 'ENV'}),
    description: Flags.string({char: 'd', description: 'New description', helpValue: 'TEXT'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkflowExecutionUpdate)
    const env = await objectInput(flags.env, this.runtime.cwd)
    const body = requireChanges({
      state: flags.state || undefined,
      description: flags.description || undefined,
      params: env && {env},
    })
    await this.show(await this.api(WorkflowExecution).update(args.execution, body), executionFields(this.now()))
  }
}
