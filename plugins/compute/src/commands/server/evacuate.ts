import {asText, Flags, Known, ShowCommand} from '@osc-cli/core'
import {ACTION_CALLS, server} from '#server-action'
import {refreshed, shownServer} from '#server-fields'
import {waitForServer} from '#wait-for-server'

export default class ServerEvacuate extends ShowCommand {
  static override summary = 'Evacuate a server from a failed host'
  static override description =
    'Rebuilds the server on another host. The compute service of its host has to be down; local disks are lost.'
  static override roles = ['admin']
  static override calls = [...ACTION_CALLS, 'GET /v2/images/{id}', 'GET /v2.1/flavors/{id}']
  static override needs = {host: {microversion: '2.29'}, 'shared-storage': {until: '2.13'}}
  static override seeAlso = ['server migrate', 'compute service list']
  static override examples = [{command: 'osc server evacuate --wait web', description: 'Rebuild on another host'}]
  static override args = {server}
  static override flags = {
    wait: Flags.boolean({description: 'Wait until the server is rebuilt'}),
    host: Flags.string({description: 'Preferred destination host', helpValue: 'HOST'}),
    password: Flags.string({
      description: 'Password of the rebuilt server',
      helpValue: 'PASSWORD',
      exclusive: ['shared-storage'],
    }),
    'shared-storage': Flags.boolean({
      description: 'The disks are on shared storage (up to microversion 2.13)',
      exclusive: ['password'],
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerEvacuate)
    const servers = this.api(Known.Server)
    const server = await servers.find(args.server)
    const id = String(server.id)
    await servers.send(id, 'POST', '/action', {
      evacuate: {
        host: flags.host,
        adminPass: flags.password,
        onSharedStorage: (await servers.microversion()).atLeast('2.14') ? undefined : flags['shared-storage'],
      },
    })
    if (flags.wait) {
      const until = asText(server.status) === 'SHUTOFF' ? ['ACTIVE', 'SHUTOFF'] : ['ACTIVE']
      await waitForServer(this, args.server, id, until, {doing: 'evacuated'})
      await this.print('Complete')
    }
    const record = refreshed(server, await servers.get(id))
    await this.show(record, await shownServer(this.api, record))
  }
}
