import {Args, asObject, ShowCommand} from '@osc-cli/core'
import {Aggregate, aggregateFields} from '#aggregate'

export default class AggregateRemoveHost extends ShowCommand {
  static override summary = 'Remove a host from an aggregate'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.1/os-aggregates/{id}',
    'GET /v2.1/os-aggregates',
    'POST /v2.1/os-aggregates/{id}/action',
  ]
  static override seeAlso = ['aggregate add host', 'compute service list']
  static override examples = [
    {command: 'osc aggregate remove host fast compute-1', description: 'Remove a host from an aggregate'},
  ]
  static override args = {
    aggregate: Args.string({description: 'Aggregate (name or ID)', required: true}),
    host: Args.string({description: 'Host to remove', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(AggregateRemoveHost)
    const aggregates = this.api(Aggregate)
    const id = await aggregates.id(args.aggregate)
    const answer = await aggregates.send(id, 'POST', '/action', {remove_host: {host: args.host}})
    await this.show(asObject(answer.aggregate), aggregateFields)
  }
}
