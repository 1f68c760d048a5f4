import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, server} from '#server-action'

export default class ServerMigrationConfirm extends OscCommand {
  static override summary = 'Confirm a cold migration'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server migrate', 'server migration revert']
  static override examples = [
    {command: 'osc server migration confirm web', description: 'Complete the migration and remove the original server'},
  ]
  static override args = {server}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerMigrationConfirm)
    await act(this.api, args.server, {confirmResize: null})
  }
}
