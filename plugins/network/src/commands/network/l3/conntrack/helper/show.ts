import {Args, Known, ShowCommand} from '@osc-cli/core'
import {ConntrackHelper, conntrackFields} from '#conntrack-helper'

export default class NetworkL3ConntrackHelperShow extends ShowCommand {
  static override summary = 'Show a conntrack helper of a router'
  static override roles = ['reader']
  static override columns = Object.keys(conntrackFields)
  static override calls = ['GET /v2.0/routers?name={name}', 'GET /v2.0/routers/{router_id}/conntrack_helpers/{id}']
  static override requires = 'l3-conntrack-helper'
  static override examples = [
    {
      command:
        'osc network l3 conntrack helper show edge $(osc network l3 conntrack helper list edge -f value -c ID | tail -1)',
      description: 'Show the last helper',
    },
  ]
  static override args = {
    router: Args.string({description: 'Router (name or ID)', required: true}),
    conntrack_helper_id: Args.string({description: 'Conntrack helper (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkL3ConntrackHelperShow)
    const router = await this.api(Known.Router).id(args.router)
    const helpers = this.api(ConntrackHelper).under(router)
    await this.show(await helpers.find(args.conntrack_helper_id), conntrackFields)
  }
}
