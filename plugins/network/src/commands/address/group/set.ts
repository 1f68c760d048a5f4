import {Args, Flags, OscCommand} from '@osc-cli/core'
import {AddressGroup, canonical} from '#address-group'
import {extraProperties, extraPropertyFlags} from '#extra-property'

export default class AddressGroupSet extends OscCommand {
  static override summary = 'Change an address group'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/address-groups?name={name}',
    'PUT /v2.0/address-groups/{id}',
    'PUT /v2.0/address-groups/{id}/add_addresses',
  ]
  static override requires = 'address-group'
  static override seeAlso = ['address group unset']
  static override examples = [
    {command: 'osc address group set --address 10.2.0.0/16 office', description: 'Add addresses'},
  ]
  static override args = {
    address_group: Args.string({description: 'Address group to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    address: Flags.strings({description: 'IP address or CIDR to add (repeatable)', helpValue: 'IP-ADDRESS'}),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AddressGroupSet)
    const groups = this.api(AddressGroup)
    const id = await groups.id(args.address_group)
    const addresses = canonical(flags.address)
    await groups.update(id, {name: flags.name, description: flags.description, ...extraProperties(flags)})
    if (addresses.length > 0) await groups.send(id, 'PUT', '/add_addresses', {addresses})
  }
}
