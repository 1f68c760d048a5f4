import {Flags, OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, servers} from '#server-action'

export default class ServerLock extends OscCommand {
  static override summary = 'Lock servers'
  static override description = 'Only administrators can change a locked server.'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override needs = {reason: {microversion: '2.73'}}
  static override seeAlso = ['server unlock']
  static override examples = [{command: 'osc server lock --reason maintenance web', description: 'Lock a server'}]
  static override args = {server: servers('lock')}
  static override flags = {reason: Flags.string({description: 'Reason for locking the servers', helpValue: 'TEXT'})}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerLock)
    const lock = flags.reason ? {locked_reason: flags.reason} : null
    await this.each(args.server, (server) => act(this.api, server, {lock}))
  }
}
