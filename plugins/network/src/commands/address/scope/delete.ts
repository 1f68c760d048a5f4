import {Args, OscCommand} from '@osc-cli/core'
import {AddressScope} from '#address-scope'

export default class AddressScopeDelete extends OscCommand {
  static override summary = 'Delete address scopes'
  static override roles = ['member']
  static override calls = ['GET /v2.0/address-scopes?name={name}', 'DELETE /v2.0/address-scopes/{id}']
  static override requires = 'address-scope'
  static override examples = [{command: 'osc address scope delete inside', description: 'Delete by name'}]
  static override args = {
    address_scope: Args.string({
      description: 'Address scopes to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(AddressScopeDelete)
    const resource = this.api(AddressScope)
    await this.each(args.address_scope, async (name) => resource.delete(await resource.id(name)))
  }
}
