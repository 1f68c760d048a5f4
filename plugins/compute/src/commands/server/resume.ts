import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, servers} from '#server-action'

export default class ServerResume extends OscCommand {
  static override summary = 'Resume servers'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server suspend']
  static override examples = [{command: 'osc server resume web', description: 'Continue a suspended server'}]
  static override args = {server: servers('resume')}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerResume)
    await this.each(args.server, (server) => act(this.api, server, {resume: null}))
  }
}
