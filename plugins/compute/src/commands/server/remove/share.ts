import {Args, Known, OscCommand} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {Share} from '#server-parts'
import {SharedFileSystem} from '#share'

export default class ServerRemoveShare extends OscCommand {
  static override summary = 'Detach a share from a server'
  static override roles = ['member']
  static override microversion = '2.97'
  static override calls = [
    ...LOOK_UP,
    'GET /v2/shares?name={name}',
    'GET /v2/shares/{id}',
    'DELETE /v2.1/servers/{id}/shares/{share}',
  ]
  static override seeAlso = ['server share list']
  static override examples = [{command: 'osc server remove share web data', description: 'Detach a share'}]
  static override args = {
    server,
    share: Args.string({description: 'Share (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerRemoveShare)
    const [server, share] = await Promise.all([
      this.api(Known.Server).id(args.server),
      this.api(SharedFileSystem).id(args.share),
    ])
    const shares = this.api(Share).under(server)
    await shares.delete(share)
  }
}
