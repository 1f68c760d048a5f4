import {Args, Known, OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, server} from '#server-action'

export default class ServerRemoveFixedIp extends OscCommand {
  static override summary = 'Remove a fixed IP address from a server'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server add fixed ip']
  static override examples = [{command: 'osc server remove fixed ip web 10.0.0.9', description: 'Remove an address'}]
  static override args = {
    server,
    'ip-address': Args.string({description: 'Fixed IP address to remove', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerRemoveFixedIp)
    const servers = this.api(Known.Server)
    const id = await servers.id(args.server)
    await servers.send(id, 'POST', '/action', {removeFixedIp: {address: args['ip-address']}}, BEFORE_REMOVAL)
  }
}

/** Newer microversions answer 404: Nova dropped the action in 2.44, without a replacement for a single address. */
const BEFORE_REMOVAL = {microversion: '2.43'}
