import {Args, Flags, Known, OscCommand} from '@osc-cli/core'
import {ConntrackHelper, conntrackOptions} from '#conntrack-helper'

export default class NetworkL3ConntrackHelperSet extends OscCommand {
  static override summary = 'Change a conntrack helper of a router'
  static override roles = ['member']
  static override calls = ['GET /v2.0/routers?name={name}', 'PUT /v2.0/routers/{router_id}/conntrack_helpers/{id}']
  static override requires = 'l3-conntrack-helper'
  static override examples = [
    {
      command:
        'osc network l3 conntrack helper set --port 70 edge $(osc network l3 conntrack helper list edge -f value -c ID | tail -1)',
      description: 'Change the port',
    },
  ]
  static override args = {
    router: Args.string({description: 'Router (name or ID)', required: true}),
    conntrack_helper_id: Args.string({description: 'Conntrack helper (ID)', required: true}),
  }
  static override flags = {
    helper: Flags.string(conntrackOptions.helper),
    protocol: Flags.string(conntrackOptions.protocol),
    port: Flags.integer(conntrackOptions.port),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkL3ConntrackHelperSet)
    const router = await this.api(Known.Router).id(args.router)
    const helpers = this.api(ConntrackHelper).under(router)
    await helpers.update(args.conntrack_helper_id, {helper: flags.helper, protocol: flags.protocol, port: flags.port})
  }
}
