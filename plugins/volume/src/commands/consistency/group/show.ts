import {Args, ShowCommand} from '@osc-cli/core'
import {ConsistencyGroup, consistencyGroupFields} from '#consistency-group'

export default class ConsistencyGroupShow extends ShowCommand {
  static override summary = 'Show a consistency group'
  static override roles = []
  static override columns = Object.keys(consistencyGroupFields)
  static override calls = ['GET /v3/consistencygroups/detail?name={name}', 'GET /v3/consistencygroups/{id}']
  static override seeAlso = ['consistency group list']
  static override examples = [{command: 'osc consistency group show database', description: 'Show its state'}]
  static override args = {consistency_group: Args.string({description: 'Group (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(ConsistencyGroupShow)
    await this.show(await this.api(ConsistencyGroup).find(args.consistency_group), consistencyGroupFields)
  }
}
