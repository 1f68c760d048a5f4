import {Args, Flags, OscCommand} from '@osc-cli/core'
import {Aggregate} from '#aggregate'

export default class AggregateUnset extends OscCommand {
  static override summary = 'Unset properties of an aggregate'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.1/os-aggregates/{id}',
    'GET /v2.1/os-aggregates',
    'POST /v2.1/os-aggregates/{id}/action',
  ]
  static override seeAlso = ['aggregate set']
  static override examples = [{command: 'osc aggregate unset --property ssd fast', description: 'Remove a property'}]
  static override args = {aggregate: Args.string({description: 'Aggregate (name or ID)', required: true})}
  static override flags = {
    property: Flags.strings({description: 'Property to remove (repeatable)', helpValue: 'KEY'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AggregateUnset)
    const aggregates = this.api(Aggregate)
    const id = await aggregates.id(args.aggregate)
    if (!flags.property) return
    const metadata = Object.fromEntries(flags.property.map((key) => [key, null]))
    await aggregates.send(id, 'POST', '/action', {set_metadata: {metadata}})
  }
}
