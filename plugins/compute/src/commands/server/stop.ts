import {Flags, OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, servers} from '#server-action'

export default class ServerStop extends OscCommand {
  static override summary = 'Stop servers'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server start', 'server reboot']
  static override examples = [{command: 'osc server stop web', description: 'Stop a running server'}]
  static override args = {server: servers('stop')}
  static override flags = {
    'all-projects': Flags.boolean({
      description: 'Look up server names in all projects (admin only)',
      env: 'ALL_PROJECTS',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerStop)
    const where = flags['all-projects'] ? {all_tenants: 'True'} : undefined
    await this.each(args.server, (server) => act(this.api, server, {'os-stop': null}, where))
  }
}
