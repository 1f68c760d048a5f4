import {Known, ListCommand, pick} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {VolumeAttachment, volumeAttachmentFields} from '#server-parts'

export default class ServerVolumeList extends ListCommand {
  static override summary = 'List the volumes of a server'
  static override roles = ['reader']
  static override calls = [...LOOK_UP, 'GET /v2.1/servers/{id}/os-volume_attachments']
  static override seeAlso = ['server add volume', 'server volume set']
  static override examples = [{command: 'osc server volume list web', description: 'List the attached volumes'}]
  static override args = {server}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerVolumeList)
    const attachments = this.api(VolumeAttachment).under(await this.api(Known.Server).id(args.server))
    const version = await attachments.microversion()
    const isNew = version.atLeast('2.89')
    const columns = pick(volumeAttachmentFields, {
      ...(!isNew && {ID: 'id'}),
      Device: 'device',
      'Server ID': 'server_id',
      'Volume ID': 'volume_id',
      ...(version.atLeast('2.70') && {Tag: 'tag'}),
      ...(version.atLeast('2.79') && {'Delete On Termination?': 'delete_on_termination'}),
      ...(isNew && {'Attachment ID': 'attachment_id', 'BlockDeviceMapping UUID': 'bdm_id'}),
    })
    await this.table(columns, attachments.list())
  }
}
