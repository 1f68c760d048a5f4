import {Args, OscCommand} from '@osc-cli/core'
import {FlavorProfile} from '#network-flavor-profile'

export default class NetworkFlavorProfileDelete extends OscCommand {
  static override summary = 'Delete network flavor profiles'
  static override roles = ['admin']
  static override calls = ['DELETE /v2.0/service_profiles/{id}']
  static override requires = 'flavors'
  static override examples = [
    {
      command: 'osc network flavor profile delete $(osc network flavor profile list -f value -c ID | tail -1)',
      description: 'Delete by ID',
    },
  ]
  static override args = {
    flavor_profile: Args.string({description: 'Flavor profiles to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkFlavorProfileDelete)
    const profiles = this.api(FlavorProfile)
    await this.each(args.flavor_profile, (id) => profiles.delete(id))
  }
}
