import {Args, Known, ShowCommand} from '@osc-cli/core'
import {IpAvailability, ipAvailabilityFields} from '#ip-availability'

export default class IpAvailabilityShow extends ShowCommand {
  static override summary = 'Show the IP address usage of a network'
  static override roles = ['admin']
  static override columns = Object.keys(ipAvailabilityFields)
  static override calls = ['GET /v2.0/networks?name={name}', 'GET /v2.0/network-ip-availabilities/{network_id}']
  static override requires = 'network-ip-availability'
  static override examples = [{command: 'osc ip availability show private', description: 'Show one network'}]
  static override args = {
    network: Args.string({description: 'Network (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(IpAvailabilityShow)
    const network = await this.api(Known.Network).id(args.network)
    await this.show(await this.api(IpAvailability).get(network), ipAvailabilityFields)
  }
}
