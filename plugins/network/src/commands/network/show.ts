import {Args, Known, ShowCommand} from '@osc-cli/core'
import {networkFields} from '#network'

export default class NetworkShow extends ShowCommand {
  static override summary = 'Show a network'
  static override roles = ['reader']
  static override columns = Object.keys(networkFields)
  static override calls = ['GET /v2.0/networks?name={name}', 'GET /v2.0/networks/{id}']
  static override examples = [{command: 'osc network show private', description: 'Show its subnets, MTU and status'}]
  static override args = {
    network: Args.string({description: 'Network to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkShow)
    await this.show(await this.api(Known.Network).find(args.network), networkFields)
  }
}
