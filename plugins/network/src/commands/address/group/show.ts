import {Args, ShowCommand} from '@osc-cli/core'
import {AddressGroup, addressGroupFields} from '#address-group'

export default class AddressGroupShow extends ShowCommand {
  static override summary = 'Show an address group'
  static override roles = ['reader']
  static override columns = Object.keys(addressGroupFields)
  static override calls = ['GET /v2.0/address-groups?name={name}', 'GET /v2.0/address-groups/{id}']
  static override requires = 'address-group'
  static override examples = [{command: 'osc address group show office', description: 'Show its addresses'}]
  static override args = {
    address_group: Args.string({description: 'Address group to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(AddressGroupShow)
    await this.show(await this.api(AddressGroup).find(args.address_group), addressGroupFields)
  }
}
