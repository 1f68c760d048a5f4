import {Args, Flags, Known, OscCommand} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {VolumeAttachment} from '#server-parts'

export default class ServerVolumeSet extends OscCommand {
  static override summary = 'Change the attachment of a volume to a server'
  static override roles = ['member']
  static override calls = [
    ...LOOK_UP,
    'GET /v3/{project_id}/volumes?name={name}',
    'GET /v3/{project_id}/volumes/{id}',
    'PUT /v2.1/servers/{id}/os-volume_attachments/{volume}',
  ]
  static override needs = {
    'delete-on-termination': {microversion: '2.85'},
    'preserve-on-termination': {microversion: '2.85'},
  }
  static override seeAlso = ['server volume list']
  static override examples = [
    {
      command: 'osc server volume set --preserve-on-termination web data',
      description: 'Keep a volume when the server is deleted',
    },
  ]
  static override args = {
    server,
    volume: Args.string({description: 'Attached volume (name or ID)', required: true}),
  }
  static override flags = Flags.choices({
    'delete-on-termination': 'Delete the volume with the server',
    'preserve-on-termination': 'Keep the volume when the server is deleted',
  })

  async run(): Promise<void> {
    const {args, flags} = await this.parse(this.ctor as typeof ServerVolumeSet)
    const remove = Flags.chosen(flags, {'delete-on-termination': true, 'preserve-on-termination': false})
    if (remove === undefined) return
    const [server, volume] = await Promise.all([
      this.api(Known.Server).id(args.server),
      this.api(Known.Volume).id(args.volume),
    ])
    await this.api(VolumeAttachment).under(server).update(volume, {volumeId: volume, delete_on_termination: remove})
  }
}
