import {Args, ShowCommand} from '@osc-cli/core'
import {SubnetPool, subnetPoolFields} from '#subnet-pool'

export default class SubnetPoolShow extends ShowCommand {
  static override summary = 'Show a subnet pool'
  static override roles = ['reader']
  static override columns = Object.keys(subnetPoolFields)
  static override calls = ['GET /v2.0/subnetpools?name={name}', 'GET /v2.0/subnetpools/{id}']
  static override requires = 'subnet_allocation'
  static override examples = [{command: 'osc subnet pool show office', description: 'Show its prefixes'}]
  static override args = {
    subnet_pool: Args.string({description: 'Subnet pool to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SubnetPoolShow)
    await this.show(await this.api(SubnetPool).find(args.subnet_pool), subnetPoolFields)
  }
}
