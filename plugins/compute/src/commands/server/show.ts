import {Args, Cells, Flags, Known, ShowCommand, showFormat} from '@osc-cli/core'
import {SERVER_FIELDS} from '#server'
import {shownServer} from '#server-fields'
import {serverTree} from '#server-tree'

export default class ServerShow extends ShowCommand {
  static override summary = 'Show a server'
  static override roles = ['reader']
  static override columns = SERVER_FIELDS
  static override calls = [
    'GET /v2.1/servers/detail?name={name}',
    'GET /v2.1/servers/{id}',
    'GET /v2.1/servers/{id}/diagnostics',
    'GET /v2.1/servers/{id}/topology',
    'GET /v2.1/servers/{id}/os-volume_attachments',
    'GET /v3/{project_id}/volumes/{id}',
    'GET /v2.0/ports',
    'GET /v2.0/networks',
    'GET /v2.0/security-groups',
    'GET /v2/images/{id}',
    'GET /v2.1/flavors/{id}',
  ]
  static override needs = {topology: {microversion: '2.78'}}
  static override seeAlso = ['server list', 'server set']
  static override examples = [
    {command: 'osc server show web -c status -f value', description: 'Print only the status'},
    {command: 'osc server show web -f tree', description: 'Draw ports, addresses, security groups and volumes'},
  ]
  static override args = {server: Args.string({description: 'Server (name or ID)', required: true})}
  static override flags = {
    format: showFormat({also: ['tree']}),
    ...Flags.choices({
      diagnostics: 'Show the diagnostics of the server',
      topology: 'Include the NUMA topology; on a terminal, also draw what the server is connected to',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerShow)
    const servers = this.api(Known.Server)
    const server = await servers.find(args.server)
    const below = (path: string) => servers.send(String(server.id), 'GET', path)
    if (flags.diagnostics) return await this.show(await below('/diagnostics'))
    if (this.format === 'tree') return await this.print(await serverTree(this.api, server))
    const columns = await shownServer(this.api, server)
    if (!flags.topology) return await this.show(server, columns)
    const topology = await below('/topology')
    await this.show(server, {...columns, topology: () => Cells.dict(topology)})
    if (this.runtime.stdout.isTTY && this.format === 'table') await this.print(await serverTree(this.api, server))
  }
}
