import {asArray, Flags, ListCommand, pick} from '@osc-cli/core'
import {Aggregate, aggregateFields, withoutZone} from '#aggregate'

export default class AggregateList extends ListCommand {
  static override summary = 'List aggregates'
  static override roles = ['admin']
  static override calls = ['GET /v2.1/os-aggregates']
  static override seeAlso = ['aggregate create', 'aggregate show']
  static override examples = [{command: 'osc aggregate list --long', description: 'Include properties and hosts'}]
  static override flags = {
    long: Flags.boolean({description: 'Include properties and hosts'}),
    'availability-zone': Flags.string({description: 'Availability zone of the aggregates', helpValue: 'ZONE'}),
    host: Flags.string({description: 'Host that the aggregates contain', helpValue: 'HOST'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(AggregateList)
    const aggregates = this.api(Aggregate)
    const zone = flags['availability-zone']
    const all = await Array.fromAsync(aggregates.list())
    const rows = all
      .filter(({availability_zone: own}) => zone === undefined || own === zone)
      .filter(({hosts}) => flags.host === undefined || asArray(hosts).includes(flags.host))
    const columns = pick(aggregateFields, {
      ID: 'id',
      ...((await aggregates.microversion()).atLeast('2.41') && {UUID: 'uuid'}),
      Name: 'name',
      'Availability Zone': 'availability_zone',
      ...(flags.long && {Properties: 'properties', Hosts: 'hosts'}),
    })
    await this.table(columns, rows.map(withoutZone))
  }
}
