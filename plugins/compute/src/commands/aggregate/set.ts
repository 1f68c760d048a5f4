import {Args, asObject, Flags, isEmpty, type JsonObject, OscCommand} from '@osc-cli/core'
import {Aggregate, withoutZone} from '#aggregate'

export default class AggregateSet extends OscCommand {
  static override summary = 'Change an aggregate'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.1/os-aggregates/{id}',
    'GET /v2.1/os-aggregates',
    'PUT /v2.1/os-aggregates/{id}',
    'POST /v2.1/os-aggregates/{id}/action',
  ]
  static override seeAlso = ['aggregate unset', 'aggregate show']
  static override examples = [{command: 'osc aggregate set --property ssd=true fast', description: 'Set a property'}]
  static override args = {aggregate: Args.string({description: 'Aggregate (name or ID)', required: true})}
  static override flags = {
    name: Flags.string({description: 'New name of the aggregate', helpValue: 'NAME'}),
    zone: Flags.string({description: 'New availability zone of the aggregate', helpValue: 'ZONE'}),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    'no-property': Flags.boolean({description: 'Remove the existing properties first'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AggregateSet)
    const aggregates = this.api(Aggregate)
    const aggregate = await aggregates.find(args.aggregate)
    const id = String(aggregate.id)
    await aggregates.update(id, {name: flags.name || undefined, availability_zone: flags.zone || undefined})
    const present = flags['no-property'] ? Object.keys(asObject(withoutZone(aggregate).metadata)) : []
    const removed = Object.fromEntries(present.map((key) => [key, null]))
    const metadata: JsonObject = {...removed, ...Flags.toObject(flags.property)}
    if (!isEmpty(metadata)) await aggregates.send(id, 'POST', '/action', {set_metadata: {metadata}})
  }
}
