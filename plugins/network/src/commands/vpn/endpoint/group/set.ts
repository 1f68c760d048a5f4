import {Args, Flags, OscCommand} from '@osc-cli/core'
import {EndpointGroup} from '#vpn/endpoint-group'

export default class VpnEndpointGroupSet extends OscCommand {
  static override summary = 'Change an endpoint group'
  static override roles = ['member']
  static override calls = ['GET /v2.0/vpn/endpoint-groups?name={name}', 'PUT /v2.0/vpn/endpoint-groups/{id}']
  static override requires = 'vpn-endpoint-groups'
  static override examples = [
    {command: 'osc vpn endpoint group set --name berlin remote', description: 'Rename an endpoint group'},
  ]
  static override args = {
    endpoint_group: Args.string({description: 'Endpoint group to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VpnEndpointGroupSet)
    const resource = this.api(EndpointGroup)
    await resource.update(await resource.id(args.endpoint_group), {name: flags.name, description: flags.description})
  }
}
