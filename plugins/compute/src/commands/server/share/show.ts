import {Args, Known, ShowCommand} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {Share} from '#server-parts'
import {shareColumns} from '#server-share'
import {SharedFileSystem} from '#share'

export default class ServerShareShow extends ShowCommand {
  static override summary = 'Show a share of a server'
  static override roles = ['reader']
  static override microversion = '2.97'
  static override calls = [
    ...LOOK_UP,
    'GET /v2/shares?name={name}',
    'GET /v2/shares/{id}',
    'GET /v2.1/servers/{id}/shares/{share}',
  ]
  static override seeAlso = ['server share list']
  static override examples = [
    {command: 'osc server share show web data', description: 'Show the attachment of a share'},
  ]
  static override args = {
    server,
    share: Args.string({description: 'Share (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerShareShow)
    const [server, share] = await Promise.all([
      this.api(Known.Server).id(args.server),
      this.api(SharedFileSystem).id(args.share),
    ])
    const shares = this.api(Share).under(server)
    const attached = await shares.get(share)
    await this.show(attached, shareColumns(attached))
  }
}
