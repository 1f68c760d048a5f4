import {Args, asArray, asObject, ListCommand} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {wholeStackPath} from '#stack-path'

export default class StackOutputList extends ListCommand {
  static override summary = 'List outputs of a stack'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/stacks/{name}/{id}', 'GET /v1/{project_id}/stacks/{name}/{id}/outputs']
  static override examples = [{command: 'osc stack output list web', description: 'List the names of the outputs'}]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(StackOutputList)
    const session = await this.session()
    const {outputs} = await session.get('orchestration', `${await wholeStackPath(session, args.stack)}/outputs`)
    await this.table(columnsOf(['output_key', 'description']), asArray(outputs).map(asObject))
  }
}
