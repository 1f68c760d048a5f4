import {Args, Flags, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {AddressGroup, addressGroupFields, canonical} from '#address-group'
import {extraProperties, extraPropertyFlags} from '#extra-property'

export default class AddressGroupCreate extends ShowCommand {
  static override summary = 'Create an address group'
  static override roles = ['member']
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'POST /v2.0/address-groups']
  static override requires = 'address-group'
  static override seeAlso = ['security group rule create']
  static override examples = [
    {
      command: 'osc address group create --address 10.0.0.9 --address 10.1.0.0/16 office',
      description: 'Create an address group',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new address group', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    address: Flags.strings({description: 'IP address or CIDR (repeatable)', helpValue: 'IP-ADDRESS'}),
    ...projectFlags('Project that owns the address group (name or ID; default: your project)'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AddressGroupCreate)
    const created = await this.api(AddressGroup).create({
      name: args.name,
      description: flags.description || undefined,
      addresses: canonical(flags.address),
      project_id: await projectOf(this.api, flags),
      ...extraProperties(flags),
    })
    await this.show(created, addressGroupFields)
  }
}
