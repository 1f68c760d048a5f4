import {Args, Flags, OscCommand} from '@osc-cli/core'
import {AddressGroup, canonical} from '#address-group'

export default class AddressGroupUnset extends OscCommand {
  static override summary = 'Remove addresses from an address group'
  static override roles = ['member']
  static override calls = ['GET /v2.0/address-groups?name={name}', 'PUT /v2.0/address-groups/{id}/remove_addresses']
  static override requires = 'address-group'
  static override seeAlso = ['address group set']
  static override examples = [
    {command: 'osc address group unset --address 10.2.0.0/16 office', description: 'Remove addresses'},
  ]
  static override args = {
    address_group: Args.string({description: 'Address group to change (name or ID)', required: true}),
  }
  static override flags = {
    address: Flags.strings({description: 'IP address or CIDR to remove (repeatable)', helpValue: 'IP-ADDRESS'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AddressGroupUnset)
    const groups = this.api(AddressGroup)
    const addresses = canonical(flags.address)
    const id = await groups.id(args.address_group)
    if (addresses.length > 0) await groups.send(id, 'PUT', '/remove_addresses', {addresses})
  }
}
