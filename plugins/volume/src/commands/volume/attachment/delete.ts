import {Args, OscCommand} from '@osc-cli/core'
import {VolumeAttachment} from '#volume-attachment'

export default class VolumeAttachmentDelete extends OscCommand {
  static override summary = 'Delete a volume attachment'
  static override description =
    'This deletes the record in Cinder only and does not detach the volume from its server: use it to repair attachments. To detach a volume, use `server remove volume`.'
  static override roles = []
  static override microversion = '3.27'
  static override calls = ['DELETE /v3/attachments/{id}']
  static override seeAlso = ['server remove volume']
  static override examples = [
    {
      command: 'osc volume attachment delete 1f3c8a52-3d92-4f8e-9a1c-6f2b7c1d0e55',
      description: 'Delete a leftover attachment',
    },
  ]
  static override args = {attachment: Args.string({description: 'Attachment to delete (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeAttachmentDelete)
    await this.api(VolumeAttachment).delete(args.attachment)
  }
}
