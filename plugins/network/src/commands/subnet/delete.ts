import {Args, Known, OscCommand} from '@osc-cli/core'

export default class SubnetDelete extends OscCommand {
  static override summary = 'Delete subnets'
  static override roles = ['member']
  static override calls = ['GET /v2.0/subnets?name={name}', 'DELETE /v2.0/subnets/{id}']
  static override examples = [{command: 'osc subnet delete private-subnet', description: 'Delete by name'}]
  static override args = {
    subnet: Args.string({description: 'Subnets to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SubnetDelete)
    const resource = this.api(Known.Subnet)
    await this.each(args.subnet, async (name) => resource.delete(await resource.id(name)))
  }
}
