import {OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, servers} from '#server-action'

export default class ServerDumpCreate extends OscCommand {
  static override summary = 'Trigger a crash dump in servers'
  static override description =
    'Sends a non-maskable interrupt to the guest, which writes a dump if it is configured to.'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override microversion = '2.17'
  static override seeAlso = ['server show']
  static override examples = [{command: 'osc server dump create web', description: 'Trigger a crash dump of a server'}]
  static override args = {server: servers('trigger a crash dump in')}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerDumpCreate)
    await this.each(args.server, (server) => act(this.api, server, {trigger_crash_dump: null}))
  }
}
