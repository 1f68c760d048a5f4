import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, server} from '#server-action'

export default class ServerUnrescue extends OscCommand {
  static override summary = 'Restore a server from rescue mode'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server rescue']
  static override examples = [{command: 'osc server unrescue web', description: 'Boot from its own disk again'}]
  static override args = {server}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerUnrescue)
    await act(this.api, args.server, {unrescue: null})
  }
}
