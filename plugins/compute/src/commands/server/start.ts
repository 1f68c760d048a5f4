import {Flags, OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, servers} from '#server-action'

export default class ServerStart extends OscCommand {
  static override summary = 'Start servers'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server stop', 'server reboot']
  static override examples = [{command: 'osc server start web', description: 'Start a stopped server'}]
  static override args = {server: servers('start')}
  static override flags = {
    'all-projects': Flags.boolean({
      description: 'Look up server names in all projects (admin only)',
      env: 'ALL_PROJECTS',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerStart)
    const where = flags['all-projects'] ? {all_tenants: 'True'} : undefined
    await this.each(args.server, (server) => act(this.api, server, {'os-start': null}, where))
  }
}
