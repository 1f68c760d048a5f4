import {Args, ShowCommand} from '@osc-cli/core'
import {VolumeMessage, volumeMessageFields} from '#volume-message'

export default class VolumeMessageShow extends ShowCommand {
  static override summary = 'Show a message about a failed operation'
  static override roles = []
  static override columns = Object.keys(volumeMessageFields)
  static override microversion = '3.3'
  static override calls = ['GET /v3/messages/{id}']
  static override seeAlso = ['volume message list']
  static override examples = [
    {
      command: 'osc volume message show c506cd4b-9048-43bc-97ef-0d7dec369b42',
      description: 'Show why an operation failed',
    },
  ]
  static override args = {message_id: Args.string({description: 'Message (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeMessageShow)
    await this.show(await this.api(VolumeMessage).find(args.message_id), volumeMessageFields)
  }
}
