import {Args, ShowCommand} from '@osc-cli/core'
import {connectorFlags, connectorOf} from '#connector'
import {VolumeAttachment, volumeAttachmentFields} from '#volume-attachment'

export default class VolumeAttachmentSet extends ShowCommand {
  static override summary = 'Set the connector of a volume attachment'
  static override description = 'The storage back end then exports the volume to the host that the options describe.'
  static override roles = []
  static override microversion = '3.27'
  static override calls = ['PUT /v3/attachments/{id}']
  static override seeAlso = ['volume attachment complete']
  static override examples = [
    {
      command: 'osc volume attachment set --host node1 --ip 10.0.0.5 1f3c8a52-3d92-4f8e-9a1c-6f2b7c1d0e55',
      description: 'Connect a reserved volume to a host',
    },
  ]
  static override args = {attachment: Args.string({description: 'Attachment to change (ID)', required: true})}
  static override flags = connectorFlags

  async run(): Promise<void> {
    const {args, flags, given} = await this.parse(VolumeAttachmentSet)
    const connector = connectorOf(flags, given)
    await this.show(await this.api(VolumeAttachment).update(args.attachment, {connector}), volumeAttachmentFields)
  }
}
