import {Args, type Columns, Flags, Known, pick, ShowCommand} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {VolumeAttachment, volumeAttachmentFields} from '#server-parts'

export default class ServerAddVolume extends ShowCommand {
  static override summary = 'Attach a volume to a server'
  static override roles = ['member']
  static override calls = [
    ...LOOK_UP,
    'GET /v3/{project_id}/volumes?name={name}',
    'GET /v3/{project_id}/volumes/{id}',
    'POST /v2.1/servers/{id}/os-volume_attachments',
  ]
  static override needs = {
    tag: {microversion: '2.49'},
    'enable-delete-on-termination': {microversion: '2.79'},
    'disable-delete-on-termination': {microversion: '2.79'},
  }
  static override seeAlso = ['server volume list', 'server remove volume']
  static override examples = [{command: 'osc server add volume web data', description: 'Attach a volume'}]
  static override args = {
    server,
    volume: Args.string({description: 'Volume to attach (name or ID)', required: true}),
  }
  static override flags = {
    device: Flags.string({description: 'Device name in the server (most hypervisors ignore it)', helpValue: 'DEVICE'}),
    tag: Flags.string({description: 'Tag of the attached volume', helpValue: 'TAG'}),
    ...Flags.choices({
      'enable-delete-on-termination': 'Delete the volume with the server',
      'disable-delete-on-termination': 'Keep the volume when the server is deleted (default)',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerAddVolume)
    const [server, volume] = await Promise.all([
      this.api(Known.Server).id(args.server),
      this.api(Known.Volume).id(args.volume),
    ])
    const attachments = this.api(VolumeAttachment).under(server)
    const created = await attachments.create({
      volumeId: volume,
      device: flags.device,
      tag: flags.tag || undefined,
      delete_on_termination: Flags.chosen(flags, {
        'enable-delete-on-termination': true,
        'disable-delete-on-termination': false,
      }),
    })
    const version = await attachments.microversion()
    const columns: Columns = pick(volumeAttachmentFields, {
      ID: 'id',
      'Server ID': 'server_id',
      'Volume ID': 'volume_id',
      Device: 'device',
      ...(version.atLeast('2.49') && {Tag: 'tag'}),
      ...(version.atLeast('2.79') && {'Delete On Termination': 'delete_on_termination'}),
    })
    await this.show(created, columns)
  }
}
