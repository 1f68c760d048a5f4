import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, server} from '#server-action'

export default class ServerMigrateConfirm extends OscCommand {
  static override summary = 'Deprecated: confirm a cold migration'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server migration confirm']
  static override examples = [{command: 'osc server migrate confirm web', description: 'Complete the migration'}]
  static override args = {server}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerMigrateConfirm)
    await this.note('`server migrate confirm` is deprecated: use `server migration confirm`.')
    await act(this.api, args.server, {confirmResize: null})
  }
}
