import {Args, asObject, Flags, ShowCommand} from '@osc-cli/core'
import {Aggregate, aggregateFields} from '#aggregate'

export default class AggregateCreate extends ShowCommand {
  static override summary = 'Create an aggregate'
  static override roles = ['admin']
  static override calls = ['POST /v2.1/os-aggregates', 'POST /v2.1/os-aggregates/{id}/action']
  static override seeAlso = ['aggregate add host', 'aggregate list']
  static override examples = [
    {command: 'osc aggregate create --zone nova --property ssd=true fast', description: 'Create an aggregate'},
  ]
  static override args = {name: Args.string({description: 'Name of the new aggregate', required: true})}
  static override flags = {
    zone: Flags.string({description: 'Availability zone of the aggregate', helpValue: 'ZONE'}),
    property: Flags.keyValues({description: 'Property of the aggregate (repeatable)'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AggregateCreate)
    const aggregates = this.api(Aggregate)
    const created = await aggregates.create({name: args.name, availability_zone: flags.zone || undefined})
    const metadata = Flags.toObject(flags.property)
    const changed =
      metadata && (await aggregates.send(String(created.id), 'POST', '/action', {set_metadata: {metadata}}))
    await this.show(changed ? asObject(changed.aggregate) : created, aggregateFields)
  }
}
