import {Args, OscCommand} from '@osc-cli/core'
import {VolumeMessage} from '#volume-message'

export default class VolumeMessageDelete extends OscCommand {
  static override summary = 'Delete messages about failed operations'
  static override roles = []
  static override microversion = '3.3'
  static override calls = ['DELETE /v3/messages/{id}']
  static override seeAlso = ['volume message list']
  static override examples = [
    {command: 'osc volume message delete c506cd4b-9048-43bc-97ef-0d7dec369b42', description: 'Delete a message'},
  ]
  static override args = {
    message_ids: Args.string({description: 'Messages to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeMessageDelete)
    await this.each(args.message_ids, (id) => this.api(VolumeMessage).delete(id))
  }
}
