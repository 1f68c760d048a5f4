import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, servers} from '#server-action'

export default class ServerSuspend extends OscCommand {
  static override summary = 'Suspend servers'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server resume']
  static override examples = [
    {command: 'osc server suspend web', description: 'Save the memory of a server to disk and stop the server'},
  ]
  static override args = {server: servers('suspend')}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerSuspend)
    await this.each(args.server, (server) => act(this.api, server, {suspend: null}))
  }
}
