import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, servers} from '#server-action'

export default class ServerUnpause extends OscCommand {
  static override summary = 'Unpause servers'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server pause']
  static override examples = [{command: 'osc server unpause web', description: 'Continue a paused server'}]
  static override args = {server: servers('unpause')}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerUnpause)
    await this.each(args.server, (server) => act(this.api, server, {unpause: null}))
  }
}
