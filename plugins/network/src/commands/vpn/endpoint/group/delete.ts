import {Args, OscCommand} from '@osc-cli/core'
import {EndpointGroup} from '#vpn/endpoint-group'

export default class VpnEndpointGroupDelete extends OscCommand {
  static override summary = 'Delete endpoint groups'
  static override roles = ['member']
  static override calls = ['GET /v2.0/vpn/endpoint-groups?name={name}', 'DELETE /v2.0/vpn/endpoint-groups/{id}']
  static override requires = 'vpn-endpoint-groups'
  static override examples = [{command: 'osc vpn endpoint group delete local', description: 'Delete by name'}]
  static override args = {
    endpoint_group: Args.string({
      description: 'Endpoint groups to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VpnEndpointGroupDelete)
    const resource = this.api(EndpointGroup)
    await this.each(args.endpoint_group, async (name) => resource.delete(await resource.id(name)))
  }
}
