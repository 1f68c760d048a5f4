import {Args, ShowCommand} from '@osc-cli/core'
import {VolumeAttachment, volumeAttachmentFields} from '#volume-attachment'

export default class VolumeAttachmentShow extends ShowCommand {
  static override summary = 'Show a volume attachment'
  static override roles = []
  static override columns = Object.keys(volumeAttachmentFields)
  static override microversion = '3.27'
  static override calls = ['GET /v3/attachments/{id}']
  static override seeAlso = ['volume attachment list']
  static override examples = [
    {
      command: 'osc volume attachment show 1f3c8a52-3d92-4f8e-9a1c-6f2b7c1d0e55',
      description: 'Show how a volume is connected',
    },
  ]
  static override args = {attachment: Args.string({description: 'Attachment (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeAttachmentShow)
    await this.show(await this.api(VolumeAttachment).find(args.attachment), volumeAttachmentFields)
  }
}
