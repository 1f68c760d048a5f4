import {Flags, firstOf, ListCommand, pageFlags, projectFlags, projectOf, tagFilterFlags, tagQuery} from '@osc-cli/core'
import {AddressScope} from '#address-scope'
import {sharedOf, shareFilterFlags} from '#share-flags'
import {longSubnetPoolColumns, SubnetPool, subnetPoolColumns} from '#subnet-pool'

export default class SubnetPoolList extends ListCommand {
  static override summary = 'List subnet pools'
  static override roles = ['reader']
  static override columns = Object.keys({...subnetPoolColumns, ...longSubnetPoolColumns})
  static override calls = [
    'GET /v2.0/address-scopes?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/subnetpools',
  ]
  static override requires = 'subnet_allocation'
  static override examples = [{command: 'osc subnet pool list', description: 'List all subnet pools'}]
  static override flags = {
    long: Flags.boolean({description: 'Include additional columns'}),
    ...shareFilterFlags('subnet pools'),
    ...Flags.choices({
      default: 'List the default subnet pools',
      'no-default': 'List subnet pools that are not the default',
    }),
    name: Flags.string({description: 'List subnet pools with this name', helpValue: 'NAME'}),
    'address-scope': Flags.string({
      description: 'List subnet pools of this address scope (name or ID)',
      helpValue: 'ADDRESS-SCOPE',
    }),
    ...projectFlags('List subnet pools of this project (name or ID)'),
    ...tagFilterFlags('subnet pools'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SubnetPoolList)
    const scope = flags['address-scope']
    const pools = this.api(SubnetPool).list({
      shared: sharedOf(flags),
      is_default: Flags.chosen(flags, {default: true, 'no-default': false}),
      project_id: await projectOf(this.api, flags),
      name: flags.name,
      address_scope_id: scope === undefined ? undefined : await this.api(AddressScope).id(scope),
      ...tagQuery(flags),
      marker: flags.marker,
      limit: flags.limit,
    })
    await this.table(flags.long ? longSubnetPoolColumns : subnetPoolColumns, firstOf(pools, flags['max-items']))
  }
}
