import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, server} from '#server-action'

export default class ServerMigrateRevert extends OscCommand {
  static override summary = 'Deprecated: revert a cold migration'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server migration revert']
  static override examples = [{command: 'osc server migrate revert web', description: 'Undo the migration'}]
  static override args = {server}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerMigrateRevert)
    await this.note('`server migrate revert` is deprecated: use `server migration revert`.')
    await act(this.api, args.server, {revertResize: null})
  }
}
