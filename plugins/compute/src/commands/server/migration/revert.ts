import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, server} from '#server-action'

export default class ServerMigrationRevert extends OscCommand {
  static override summary = 'Revert a cold migration'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server migrate', 'server migration confirm']
  static override examples = [
    {command: 'osc server migration revert web', description: 'Return the server to its original host'},
  ]
  static override args = {server}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerMigrationRevert)
    await act(this.api, args.server, {revertResize: null})
  }
}
