import {showFormat} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {StackPartCommand, stackArg} from '#stack-part'

const PARTS = ['parameters', 'resource_registry', 'parameter_defaults']

export default class StackEnvironmentShow extends StackPartCommand {
  static override summary = 'Show the environment of a stack'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/stacks/{name}/{id}/environment']
  static override examples = [{command: 'osc stack environment show web', description: 'Show an environment as YAML'}]
  static override args = stackArg
  static override flags = {format: showFormat({byDefault: 'yaml'})}

  async run(): Promise<void> {
    const {args} = await this.parse(StackEnvironmentShow)
    const environment = await this.part(args.stack, 'environment')
    await this.show(environment, columnsOf(PARTS.filter((part) => part in environment)))
  }
}
