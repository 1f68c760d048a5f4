import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, servers} from '#server-action'

export default class ServerRestore extends OscCommand {
  static override summary = 'Restore soft-deleted servers'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server delete']
  static override examples = [
    {command: 'osc server restore web', description: 'Restore a server before its deletion is final'},
  ]
  static override args = {server: servers('restore')}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerRestore)
    await this.each(args.server, (server) => act(this.api, server, {restore: null}))
  }
}
