import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, server} from '#server-action'

export default class ServerResizeRevert extends OscCommand {
  static override summary = 'Revert a resize and restart the original server'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server resize', 'server resize confirm']
  static override examples = [{command: 'osc server resize revert web', description: 'Undo the resize'}]
  static override args = {server}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerResizeRevert)
    await act(this.api, args.server, {revertResize: null})
  }
}
