import {Args, ShowCommand} from '@osc-cli/core'
import {AddressScope, addressScopeFields} from '#address-scope'

export default class AddressScopeShow extends ShowCommand {
  static override summary = 'Show an address scope'
  static override roles = ['reader']
  static override columns = Object.keys(addressScopeFields)
  static override calls = ['GET /v2.0/address-scopes?name={name}', 'GET /v2.0/address-scopes/{id}']
  static override requires = 'address-scope'
  static override examples = [
    {command: 'osc address scope show inside', description: 'Show its IP version, and whether it is shared'},
  ]
  static override args = {
    address_scope: Args.string({description: 'Address scope to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(AddressScopeShow)
    await this.show(await this.api(AddressScope).find(args.address_scope), addressScopeFields)
  }
}
