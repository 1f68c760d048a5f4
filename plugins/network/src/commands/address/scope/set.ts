import {Args, Flags, OscCommand} from '@osc-cli/core'
import {AddressScope} from '#address-scope'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {sharedOf, shareFlags} from '#share-flags'

export default class AddressScopeSet extends OscCommand {
  static override summary = 'Change an address scope'
  static override roles = ['member']
  static override calls = ['GET /v2.0/address-scopes?name={name}', 'PUT /v2.0/address-scopes/{id}']
  static override requires = 'address-scope'
  static override examples = [
    {command: 'osc address scope set --name outside inside', description: 'Rename an address scope'},
  ]
  static override args = {
    address_scope: Args.string({description: 'Address scope to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...shareFlags('address scope'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AddressScopeSet)
    const resource = this.api(AddressScope)
    await resource.update(await resource.id(args.address_scope), {
      name: flags.name,
      shared: sharedOf(flags),
      ...extraProperties(flags),
    })
  }
}
