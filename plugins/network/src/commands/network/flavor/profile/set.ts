import {Args, OscCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {FlavorProfile, profileBody, profileFlags} from '#network-flavor-profile'

export default class NetworkFlavorProfileSet extends OscCommand {
  static override summary = 'Change a network flavor profile'
  static override roles = ['admin']
  static override calls = ['PUT /v2.0/service_profiles/{id}']
  static override requires = 'flavors'
  static override examples = [
    {
      command: 'osc network flavor profile set --disable $(osc network flavor profile list -f value -c ID | tail -1)',
      description: 'Disable a profile',
    },
  ]
  static override args = {
    flavor_profile: Args.string({description: 'Flavor profile to change (ID)', required: true}),
  }
  static override flags = {
    ...profileFlags,
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkFlavorProfileSet)
    await this.api(FlavorProfile).update(args.flavor_profile, {...profileBody(flags), ...extraProperties(flags)})
  }
}
