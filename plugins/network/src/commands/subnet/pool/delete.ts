import {Args, OscCommand} from '@osc-cli/core'
import {SubnetPool} from '#subnet-pool'

export default class SubnetPoolDelete extends OscCommand {
  static override summary = 'Delete subnet pools'
  static override roles = ['member']
  static override calls = ['GET /v2.0/subnetpools?name={name}', 'DELETE /v2.0/subnetpools/{id}']
  static override requires = 'subnet_allocation'
  static override examples = [{command: 'osc subnet pool delete office', description: 'Delete by name'}]
  static override args = {
    subnet_pool: Args.string({description: 'Subnet pools to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SubnetPoolDelete)
    const resource = this.api(SubnetPool)
    await this.each(args.subnet_pool, async (name) => resource.delete(await resource.id(name)))
  }
}
