import {Args, Flags, Known, ShowCommand} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {Share} from '#server-parts'
import {shareColumns} from '#server-share'
import {SharedFileSystem} from '#share'

export default class ServerAddShare extends ShowCommand {
  static override summary = 'Attach a share to a server'
  static override roles = ['member']
  static override microversion = '2.97'
  static override calls = [
    ...LOOK_UP,
    'GET /v2/shares?name={name}',
    'GET /v2/shares/{id}',
    'POST /v2.1/servers/{id}/shares',
  ]
  static override seeAlso = ['server share list']
  static override examples = [{command: 'osc server add share web data', description: 'Attach a share'}]
  static override args = {
    server,
    share: Args.string({description: 'Share (name or ID)', required: true}),
  }
  static override flags = {
    tag: Flags.string({description: 'Tag to mount the share by (default: its ID)', helpValue: 'TAG'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerAddShare)
    const [server, share] = await Promise.all([
      this.api(Known.Server).id(args.server),
      this.api(SharedFileSystem).id(args.share),
    ])
    const shares = this.api(Share).under(server)
    const attached = await shares.create({share_id: share, tag: flags.tag || undefined})
    await this.show(attached, shareColumns(attached))
  }
}
