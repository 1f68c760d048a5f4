import {Args, ShowCommand} from '@osc-cli/core'
import {FlavorProfile, flavorProfileFields} from '#network-flavor-profile'

export default class NetworkFlavorProfileShow extends ShowCommand {
  static override summary = 'Show a network flavor profile'
  static override roles = ['admin']
  static override columns = Object.keys(flavorProfileFields)
  static override calls = ['GET /v2.0/service_profiles/{id}']
  static override requires = 'flavors'
  static override examples = [
    {
      command: 'osc network flavor profile show $(osc network flavor profile list -f value -c ID | tail -1)',
      description: 'Show its driver and metadata',
    },
  ]
  static override args = {
    flavor_profile: Args.string({description: 'Flavor profile to show (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkFlavorProfileShow)
    await this.show(await this.api(FlavorProfile).find(args.flavor_profile), flavorProfileFields)
  }
}
