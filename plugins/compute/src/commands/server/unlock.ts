import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, servers} from '#server-action'

export default class ServerUnlock extends OscCommand {
  static override summary = 'Unlock servers'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server lock']
  static override examples = [{command: 'osc server unlock web', description: 'Allow changes to a locked server'}]
  static override args = {server: servers('unlock')}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerUnlock)
    await this.each(args.server, (server) => act(this.api, server, {unlock: null}))
  }
}
