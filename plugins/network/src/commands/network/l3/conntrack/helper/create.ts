import {Args, Flags, Known, ShowCommand} from '@osc-cli/core'
import {ConntrackHelper, conntrackFields, conntrackOptions} from '#conntrack-helper'

export default class NetworkL3ConntrackHelperCreate extends ShowCommand {
  static override summary = 'Create a conntrack helper of a router'
  static override roles = ['member']
  static override calls = ['GET /v2.0/routers?name={name}', 'POST /v2.0/routers/{router_id}/conntrack_helpers']
  static override requires = 'l3-conntrack-helper'
  static override examples = [
    {
      command: 'osc network l3 conntrack helper create --helper tftp --protocol udp --port 69 edge',
      description: 'Create a helper for TFTP',
    },
  ]
  static override args = {
    router: Args.string({description: 'Router (name or ID)', required: true}),
  }
  static override flags = {
    helper: Flags.string({...conntrackOptions.helper, required: true}),
    protocol: Flags.string({...conntrackOptions.protocol, required: true}),
    port: Flags.integer({...conntrackOptions.port, required: true}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkL3ConntrackHelperCreate)
    const router = await this.api(Known.Router).id(args.router)
    const created = await this.api(ConntrackHelper)
      .under(router)
      .create({helper: flags.helper, protocol: flags.protocol, port: flags.port})
    await this.show(created, conntrackFields)
  }
}
