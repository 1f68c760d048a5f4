import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, server} from '#server-action'

export default class ServerResizeConfirm extends OscCommand {
  static override summary = 'Confirm a resize and remove the original server'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server resize', 'server resize revert']
  static override examples = [{command: 'osc server resize confirm web', description: 'Complete the resize'}]
  static override args = {server}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerResizeConfirm)
    await act(this.api, args.server, {confirmResize: null})
  }
}
