import {Args, ShowCommand} from '@osc-cli/core'
import {Volume, volumeFields} from '#volume'

export default class VolumeShow extends ShowCommand {
  static override summary = 'Show a volume'
  static override roles = []
  static override calls = ['GET /v3/volumes/detail?name={name}', 'GET /v3/volumes/{id}']
  static override examples = [{command: 'osc volume show data', description: 'Show size, state and attachments'}]
  static override args = {volume: Args.string({description: 'Volume (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeShow)
    const volume = await this.api(Volume).find(args.volume)
    await this.show(volume, volumeFields(volume))
  }
}
