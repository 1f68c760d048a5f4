import {Args, Known, OscCommand} from '@osc-cli/core'
import {ConntrackHelper} from '#conntrack-helper'

export default class NetworkL3ConntrackHelperDelete extends OscCommand {
  static override summary = 'Delete conntrack helpers of a router'
  static override roles = ['member']
  static override calls = ['GET /v2.0/routers?name={name}', 'DELETE /v2.0/routers/{router_id}/conntrack_helpers/{id}']
  static override requires = 'l3-conntrack-helper'
  static override examples = [
    {
      command:
        'osc network l3 conntrack helper delete edge $(osc network l3 conntrack helper list edge -f value -c ID | tail -1)',
      description: 'Delete by ID',
    },
  ]
  static override args = {
    router: Args.string({description: 'Router (name or ID)', required: true}),
    conntrack_helper_id: Args.string({
      description: 'Conntrack helpers to delete (IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkL3ConntrackHelperDelete)
    const router = await this.api(Known.Router).id(args.router)
    const helpers = this.api(ConntrackHelper).under(router)
    await this.each(args.conntrack_helper_id, (id) => helpers.delete(id))
  }
}
