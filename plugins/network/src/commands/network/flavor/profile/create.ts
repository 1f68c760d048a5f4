import {ShowCommand, UsageError} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {FlavorProfile, flavorProfileFields, profileBody, profileFlags} from '#network-flavor-profile'

export default class NetworkFlavorProfileCreate extends ShowCommand {
  static override summary = 'Create a network flavor profile'
  static override roles = ['admin']
  static override calls = ['POST /v2.0/service_profiles']
  static override requires = 'flavors'
  static override examples = [
    {command: 'osc network flavor profile create --metainfo "{\\"speed\\": 10}"', description: 'Create a profile'},
  ]
  static override flags = {
    ...profileFlags,
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkFlavorProfileCreate)
    if (flags.driver === undefined && flags.metainfo === undefined)
      throw new UsageError('The driver and the metadata of the profile are missing.', {
        hint: 'Add --driver or --metainfo.',
      })
    const profile = await this.api(FlavorProfile).create({...profileBody(flags), ...extraProperties(flags)})
    await this.show(profile, flavorProfileFields)
  }
}
