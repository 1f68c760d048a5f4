import {Args, OscCommand} from '@osc-cli/core'
import {VolumeType} from '#volume-type'

export default class VolumeTypeDelete extends OscCommand {
  static override summary = 'Delete volume types'
  static override roles = ['admin']
  static override calls = ['GET /v3/types?is_public=None', 'DELETE /v3/types/{id}']
  static override seeAlso = ['volume type list', 'volume list']
  static override examples = [{command: 'osc volume type delete fast', description: 'Delete a type that is not in use'}]
  static override args = {
    volume_types: Args.string({description: 'Volume types to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeTypeDelete)
    const types = this.api(VolumeType)
    await this.each(args.volume_types, async (name) => types.delete(await types.id(name)))
  }
}
