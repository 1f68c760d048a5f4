import {Args, Flags, Known, OscCommand} from '@osc-cli/core'
import {waitForServer} from '#wait-for-server'

export default class ServerDelete extends OscCommand {
  static override summary = 'Delete servers'
  static override roles = ['member']
  static override calls = [
    'GET /v2.1/servers/detail?name={name}',
    'GET /v2.1/servers/{id}',
    'DELETE /v2.1/servers/{id}',
    'POST /v2.1/servers/{id}/action',
  ]
  static override examples = [
    {command: 'osc server delete --wait web db', description: 'Delete two servers and wait until they are deleted'},
  ]
  static override args = {
    server: Args.string({description: 'Servers to delete (name or ID)', required: true, multiple: true}),
  }
  static override flags = {
    force: Flags.boolean({description: 'Delete immediately, even with deferred deletion'}),
    'all-projects': Flags.boolean({
      description: 'Look up server names in all projects (admin only)',
      env: 'ALL_PROJECTS',
    }),
    wait: Flags.boolean({description: 'Wait until the servers are deleted'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerDelete)
    const servers = this.api(Known.Server)
    const where = flags['all-projects'] ? {all_tenants: 'True'} : undefined
    await this.each(args.server, async (server) => {
      const id = await servers.id(server, where)
      if (flags.force) await servers.send(id, 'POST', '/action', {forceDelete: null})
      else await servers.delete(id)
      if (flags.wait) await waitForServer(this, server, id, 'gone')
    })
  }
}
