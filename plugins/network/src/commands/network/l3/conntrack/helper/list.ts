import {Args, Flags, firstOf, Known, ListCommand, pageFlags} from '@osc-cli/core'
import {ConntrackHelper, conntrackColumns, conntrackOptions} from '#conntrack-helper'

export default class NetworkL3ConntrackHelperList extends ListCommand {
  static override summary = 'List conntrack helpers of a router'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/routers?name={name}', 'GET /v2.0/routers/{router_id}/conntrack_helpers']
  static override requires = 'l3-conntrack-helper'
  static override examples = [{command: 'osc network l3 conntrack helper list edge', description: 'List all helpers'}]
  static override args = {
    router: Args.string({description: 'Router (name or ID)', required: true}),
  }
  static override flags = {
    helper: Flags.string({...conntrackOptions.helper, description: 'List helpers with this module'}),
    protocol: Flags.string({...conntrackOptions.protocol, description: 'List helpers for this protocol'}),
    port: Flags.string({...conntrackOptions.port, description: 'List helpers for this port'}),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkL3ConntrackHelperList)
    const router = await this.api(Known.Router).id(args.router)
    const helpers = this.api(ConntrackHelper).under(router)
    const rows = helpers.list({
      helper: flags.helper,
      protocol: flags.protocol,
      port: flags.port,
      marker: flags.marker,
      limit: flags.limit,
    })
    await this.table(conntrackColumns(router), firstOf(rows, flags['max-items']))
  }
}
