import {Args, Known, ShowCommand} from '@osc-cli/core'
import {subnetFields} from '#subnet'

export default class SubnetShow extends ShowCommand {
  static override summary = 'Show a subnet'
  static override roles = ['reader']
  static override columns = Object.keys(subnetFields)
  static override calls = ['GET /v2.0/subnets?name={name}', 'GET /v2.0/subnets/{id}']
  static override examples = [
    {command: 'osc subnet show private-subnet', description: 'Show its CIDR, gateway and allocation pools'},
  ]
  static override args = {
    subnet: Args.string({description: 'Subnet to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SubnetShow)
    await this.show(await this.api(Known.Subnet).find(args.subnet), subnetFields)
  }
}
