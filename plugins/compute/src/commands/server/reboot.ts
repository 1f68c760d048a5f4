import {Flags, Known, OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, server} from '#server-action'
import {waitForServer} from '#wait-for-server'

export default class ServerReboot extends OscCommand {
  static override summary = 'Reboot a server'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['server stop', 'server start']
  static override examples = [
    {command: 'osc server reboot --hard --wait web', description: 'Power-cycle a server and wait until it is active'},
  ]
  static override args = {server}
  static override flags = {
    ...Flags.choices({hard: 'Power-cycle the server', soft: 'Shut down the guest cleanly (default)'}),
    wait: Flags.boolean({description: 'Wait until the server is active'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerReboot)
    const servers = this.api(Known.Server)
    const id = await servers.id(args.server)
    await servers.send(id, 'POST', '/action', {reboot: {type: flags.hard ? 'HARD' : 'SOFT'}})
    if (!flags.wait) return
    await waitForServer(this, args.server, id, ['ACTIVE'], {doing: 'rebooted'})
    await this.print('Complete')
  }
}
