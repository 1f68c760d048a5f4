import {Args, Flags, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {AddressScope, addressScopeFields} from '#address-scope'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {sharedOf, shareFlags} from '#share-flags'

export default class AddressScopeCreate extends ShowCommand {
  static override summary = 'Create an address scope'
  static override roles = ['member']
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'POST /v2.0/address-scopes']
  static override requires = 'address-scope'
  static override seeAlso = ['subnet pool create']
  static override examples = [
    {command: 'osc address scope create --ip-version 4 inside', description: 'Create an address scope'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the new address scope', required: true}),
  }
  static override flags = {
    'ip-version': Flags.string({description: 'IP version', options: ['4', '6'], default: '4'}),
    ...shareFlags('address scope'),
    ...projectFlags('Project that owns the address scope (name or ID; default: your project)'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AddressScopeCreate)
    const created = await this.api(AddressScope).create({
      name: args.name,
      ip_version: Number(flags['ip-version']),
      shared: sharedOf(flags),
      project_id: await projectOf(this.api, flags),
      ...extraProperties(flags),
    })
    await this.show(created, addressScopeFields)
  }
}
