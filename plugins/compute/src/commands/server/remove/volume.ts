import {Args, Known, OscCommand} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {VolumeAttachment} from '#server-parts'

export default class ServerRemoveVolume extends OscCommand {
  static override summary = 'Detach a volume from a server'
  static override roles = ['member']
  static override calls = [
    ...LOOK_UP,
    'GET /v3/{project_id}/volumes?name={name}',
    'GET /v3/{project_id}/volumes/{id}',
    'DELETE /v2.1/servers/{id}/os-volume_attachments/{volume}',
  ]
  static override seeAlso = ['server add volume', 'server volume list']
  static override examples = [{command: 'osc server remove volume web data', description: 'Detach a volume'}]
  static override args = {
    server,
    volume: Args.string({description: 'Volume to detach (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerRemoveVolume)
    const [server, volume] = await Promise.all([
      this.api(Known.Server).id(args.server),
      this.api(Known.Volume).id(args.volume),
    ])
    await this.api(VolumeAttachment).under(server).delete(volume)
  }
}
