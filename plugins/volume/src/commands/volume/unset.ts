import {Args, Flags, OscCommand, pathSegment} from '@osc-cli/core'
import {Volume} from '#volume'

export default class VolumeUnset extends OscCommand {
  static override summary = 'Remove properties of a volume'
  static override roles = []
  static override calls = [
    'GET /v3/volumes/detail?name={name}',
    'DELETE /v3/volumes/{id}/metadata/{key}',
    'POST /v3/volumes/{id}/action',
  ]
  static override seeAlso = ['volume set']
  static override examples = [{command: 'osc volume unset --property owner data', description: 'Remove a property'}]
  static override args = {volume: Args.string({description: 'Volume to change (name or ID)', required: true})}
  static override flags = {
    property: Flags.strings({description: 'Property to remove (repeatable)', helpValue: 'KEY'}),
    'image-property': Flags.strings({description: 'Image property to remove (repeatable)', helpValue: 'KEY'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeUnset)
    const volumes = this.api(Volume)
    const id = await volumes.id(args.volume)
    const removals = [
      ...(flags.property ?? []).map((key) => ({
        key,
        remove: () => volumes.send(id, 'DELETE', `/metadata/${pathSegment(key, 'property')}`),
      })),
      ...(flags['image-property'] ?? []).map((key) => ({
        key,
        remove: () => volumes.send(id, 'POST', '/action', {'os-unset_image_metadata': {key}}),
      })),
    ]
    await this.eachInOrder(
      removals.map(({key}) => key),
      async (key) => removals.find((one) => one.key === key)?.remove(),
    )
  }
}
