import {Args, OscCommand} from '@osc-cli/core'
import {AddressGroup} from '#address-group'

export default class AddressGroupDelete extends OscCommand {
  static override summary = 'Delete address groups'
  static override roles = ['member']
  static override calls = ['GET /v2.0/address-groups?name={name}', 'DELETE /v2.0/address-groups/{id}']
  static override requires = 'address-group'
  static override examples = [{command: 'osc address group delete office', description: 'Delete by name'}]
  static override args = {
    address_group: Args.string({
      description: 'Address groups to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(AddressGroupDelete)
    const resource = this.api(AddressGroup)
    await this.each(args.address_group, async (name) => resource.delete(await resource.id(name)))
  }
}
