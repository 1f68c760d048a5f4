import {Args, OscCommand} from '@osc-cli/core'
import {Aggregate} from '#aggregate'

export default class AggregateDelete extends OscCommand {
  static override summary = 'Delete aggregates'
  static override roles = ['admin']
  static override calls = ['GET /v2.1/os-aggregates/{id}', 'GET /v2.1/os-aggregates', 'DELETE /v2.1/os-aggregates/{id}']
  static override seeAlso = ['aggregate list', 'aggregate remove host']
  static override examples = [{command: 'osc aggregate delete fast', description: 'Delete an aggregate without hosts'}]
  static override args = {
    aggregate: Args.string({description: 'Aggregates to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(AggregateDelete)
    const aggregates = this.api(Aggregate)
    await this.each(args.aggregate, async (aggregate) => aggregates.delete(await aggregates.id(aggregate)))
  }
}
