import {Args, ShowCommand} from '@osc-cli/core'
import {EndpointGroup, endpointGroupFields} from '#vpn/endpoint-group'

export default class VpnEndpointGroupShow extends ShowCommand {
  static override summary = 'Show an endpoint group'
  static override roles = ['reader']
  static override columns = Object.keys(endpointGroupFields)
  static override calls = ['GET /v2.0/vpn/endpoint-groups?name={name}', 'GET /v2.0/vpn/endpoint-groups/{id}']
  static override requires = 'vpn-endpoint-groups'
  static override examples = [
    {command: 'osc vpn endpoint group show local', description: 'Show its type and endpoints'},
  ]
  static override args = {
    endpoint_group: Args.string({description: 'Endpoint group to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VpnEndpointGroupShow)
    await this.show(await this.api(EndpointGroup).find(args.endpoint_group), endpointGroupFields)
  }
}
