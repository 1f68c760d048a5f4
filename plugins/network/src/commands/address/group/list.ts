import {Flags, firstOf, ListCommand, pageFlags, projectFlags, projectOf} from '@osc-cli/core'
import {AddressGroup, addressGroupColumns} from '#address-group'

export default class AddressGroupList extends ListCommand {
  static override summary = 'List address groups'
  static override roles = ['reader']
  static override columns = Object.keys(addressGroupColumns)
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'GET /v2.0/address-groups']
  static override requires = 'address-group'
  static override examples = [{command: 'osc address group list', description: 'List all address groups'}]
  static override flags = {
    name: Flags.string({description: 'List address groups with this name', helpValue: 'NAME'}),
    ...projectFlags('List address groups of this project (name or ID)'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(AddressGroupList)
    const rows = this.api(AddressGroup).list({
      name: flags.name || undefined,
      project_id: await projectOf(this.api, flags),
      marker: flags.marker,
      limit: flags.limit,
    })
    await this.table(addressGroupColumns, firstOf(rows, flags['max-items']))
  }
}
