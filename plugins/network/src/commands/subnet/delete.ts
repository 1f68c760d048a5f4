import {Args, Known, OscCommand} from '@osc-cli/core'
import {subnetInUse} from '#subnet-in-use'

export default class SubnetDelete extends OscCommand {
  static override summary = 'Delete subnets'
  static override roles = ['member']
  static override calls = ['GET /v2.0/subnets?name={name}', 'DELETE /v2.0/subnets/{id}', 'GET /v2.0/ports']
  static override examples = [{command: 'osc subnet delete private-subnet', description: 'Delete by name'}]
  static override args = {
    subnet: Args.string({description: 'Subnets to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SubnetDelete)
    const resource = this.api(Known.Subnet)
    await this.each(args.subnet, async (name) => {
      const id = await resource.id(name)
      try {
        await resource.delete(id)
      } catch (error) {
        throw await subnetInUse(this, id, error)
      }
    })
  }
}
