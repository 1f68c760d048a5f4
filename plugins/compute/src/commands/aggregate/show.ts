import {Args, ShowCommand} from '@osc-cli/core'
import {Aggregate, aggregateFields, withoutZone} from '#aggregate'

export default class AggregateShow extends ShowCommand {
  static override summary = 'Show an aggregate'
  static override roles = ['admin']
  static override columns = Object.keys(aggregateFields)
  static override calls = ['GET /v2.1/os-aggregates/{id}', 'GET /v2.1/os-aggregates']
  static override seeAlso = ['aggregate list', 'aggregate set']
  static override examples = [{command: 'osc aggregate show fast', description: 'Show hosts and properties'}]
  static override args = {aggregate: Args.string({description: 'Aggregate (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(AggregateShow)
    await this.show(withoutZone(await this.api(Aggregate).find(args.aggregate)), aggregateFields)
  }
}
