import {Args, OscCommand, pathSegment} from '@osc-cli/core'
import {NetworkFlavor} from '#network-flavor'

export default class NetworkFlavorRemoveProfile extends OscCommand {
  static override summary = 'Remove a service profile from a network flavor'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/flavors?name={name}', 'DELETE /v2.0/flavors/{id}/service_profiles/{profile_id}']
  static override requires = 'flavors'
  static override examples = [
    {
      command: 'osc network flavor remove profile fast $(osc network flavor profile list -f value -c ID | tail -1)',
      description: 'Remove a profile',
    },
  ]
  static override args = {
    flavor: Args.string({description: 'Network flavor (name or ID)', required: true}),
    service_profile: Args.string({description: 'Service profile (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkFlavorRemoveProfile)
    const flavors = this.api(NetworkFlavor)
    const flavor = await flavors.id(args.flavor)
    await flavors.send(flavor, 'DELETE', `/service_profiles/${pathSegment(args.service_profile, 'service profile')}`)
  }
}
