import {Args, Cells, Flags, Known, ShowCommand} from '@osc-cli/core'
import {shownServer} from '#server-fields'

export default class ServerShow extends ShowCommand {
  static override summary = 'Show a server'
  static override roles = ['reader']
  static override calls = [
    'GET /v2.1/servers/detail?name={name}',
    'GET /v2.1/servers/{id}',
    'GET /v2.1/servers/{id}/diagnostics',
    'GET /v2.1/servers/{id}/topology',
    'GET /v2/images/{id}',
    'GET /v2.1/flavors/{id}',
  ]
  static override needs = {topology: {microversion: '2.78'}}
  static override seeAlso = ['server list', 'server set']
  static override examples = [{command: 'osc server show web -c status -f value', description: 'Print only the status'}]
  static override args = {server: Args.string({description: 'Server (name or ID)', required: true})}
  static override flags = Flags.choices({
    diagnostics: 'Show the diagnostics of the server',
    topology: 'Include the NUMA topology',
  })

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerShow)
    const servers = this.api(Known.Server)
    const server = await servers.find(args.server)
    const below = (path: string) => servers.send(String(server.id), 'GET', path)
    if (flags.diagnostics) return await this.show(await below('/diagnostics'))
    const columns = await shownServer(this.api, server)
    if (!flags.topology) return await this.show(server, columns)
    const topology = await below('/topology')
    await this.show(server, {...columns, topology: () => Cells.dict(topology)})
  }
}
