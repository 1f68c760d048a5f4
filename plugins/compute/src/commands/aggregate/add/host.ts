import {Args, asObject, ShowCommand} from '@osc-cli/core'
import {Aggregate, aggregateFields} from '#aggregate'

export default class AggregateAddHost extends ShowCommand {
  static override summary = 'Add a host to an aggregate'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.1/os-aggregates/{id}',
    'GET /v2.1/os-aggregates',
    'POST /v2.1/os-aggregates/{id}/action',
  ]
  static override seeAlso = ['aggregate remove host', 'compute service list']
  static override examples = [
    {command: 'osc aggregate add host fast compute-1', description: 'Add a host to an aggregate'},
  ]
  static override args = {
    aggregate: Args.string({description: 'Aggregate (name or ID)', required: true}),
    host: Args.string({description: 'Host to add', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(AggregateAddHost)
    const aggregates = this.api(Aggregate)
    const id = await aggregates.id(args.aggregate)
    const answer = await aggregates.send(id, 'POST', '/action', {add_host: {host: args.host}})
    await this.show(asObject(answer.aggregate), aggregateFields)
  }
}
