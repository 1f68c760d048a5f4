import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, servers} from '#server-action'

export default class ServerPause extends OscCommand {
  static override summary = 'Pause servers'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server unpause']
  static override examples = [
    {command: 'osc server pause web', description: 'Pause a server: keep it in memory, stopped'},
  ]
  static override args = {server: servers('pause')}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerPause)
    await this.each(args.server, (server) => act(this.api, server, {pause: null}))
  }
}
