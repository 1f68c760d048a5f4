import {Args, OscCommand} from '@osc-cli/core'
import {VolumeAttachment} from '#volume-attachment'

export default class VolumeAttachmentComplete extends OscCommand {
  static override summary = 'Complete a volume attachment'
  static override description = 'The attachment must have a connector. Its volume is then in state in-use.'
  static override roles = []
  static override microversion = '3.44'
  static override calls = ['POST /v3/attachments/{id}/action']
  static override seeAlso = ['volume attachment set']
  static override examples = [
    {
      command: 'osc volume attachment complete 1f3c8a52-3d92-4f8e-9a1c-6f2b7c1d0e55',
      description: 'Mark a volume as attached',
    },
  ]
  static override args = {attachment: Args.string({description: 'Attachment to complete (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeAttachmentComplete)
    await this.api(VolumeAttachment).send(args.attachment, 'POST', '/action', {'os-complete': args.attachment})
  }
}
