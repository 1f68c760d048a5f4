import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {Environment, environmentFields, exportFields} from '#environment'

export default class WorkflowEnvShow extends ShowCommand {
  static override summary = 'Show a workflow environment'
  static override roles = ['reader']
  static override calls = ['GET /v2/environments/{name}']
  static override seeAlso = ['workflow env update', 'workflow execution create']
  static override examples = [
    {command: 'osc workflow env show staging', description: 'Its variables'},
    {command: 'osc workflow env show staging --export -f json', description: 'In the form that `create` reads'},
  ]
  static override args = {environment: Args.string({description: 'Environment (name)', required: true})}
  static override flags = {
    export: Flags.boolean({description: 'Show it in the form that can be imported'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WorkflowEnvShow)
    const environment = await this.api(Environment).find(args.environment)
    await this.show(environment, flags.export ? exportFields : environmentFields)
  }
}
