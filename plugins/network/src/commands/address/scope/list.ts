import {Flags, firstOf, ListCommand, pageFlags, projectFlags, projectOf} from '@osc-cli/core'
import {AddressScope, addressScopeColumns} from '#address-scope'
import {sharedOf, shareFilterFlags} from '#share-flags'

export default class AddressScopeList extends ListCommand {
  static override summary = 'List address scopes'
  static override roles = ['reader']
  static override columns = Object.keys(addressScopeColumns)
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'GET /v2.0/address-scopes']
  static override requires = 'address-scope'
  static override examples = [{command: 'osc address scope list', description: 'List all address scopes'}]
  static override flags = {
    name: Flags.string({description: 'List address scopes with this name', helpValue: 'NAME'}),
    'ip-version': Flags.string({description: 'List address scopes for this IP version', options: ['4', '6']}),
    ...shareFilterFlags('address scopes'),
    ...projectFlags('List address scopes of this project (name or ID)'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(AddressScopeList)
    const rows = this.api(AddressScope).list({
      name: flags.name || undefined,
      ip_version: flags['ip-version'],
      shared: sharedOf(flags),
      project_id: await projectOf(this.api, flags),
      marker: flags.marker,
      limit: flags.limit,
    })
    await this.table(addressScopeColumns, firstOf(rows, flags['max-items']))
  }
}
