import {Args, OscCommand} from '@osc-cli/core'
import {NetworkFlavor} from '#network-flavor'

export default class NetworkFlavorAddProfile extends OscCommand {
  static override summary = 'Add a service profile to a network flavor'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/flavors?name={name}', 'POST /v2.0/flavors/{id}/service_profiles']
  static override requires = 'flavors'
  static override examples = [
    {
      command: 'osc network flavor add profile fast $(osc network flavor profile list -f value -c ID | tail -1)',
      description: 'Add a profile',
    },
  ]
  static override args = {
    flavor: Args.string({description: 'Network flavor (name or ID)', required: true}),
    service_profile: Args.string({description: 'Service profile (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkFlavorAddProfile)
    const flavors = this.api(NetworkFlavor)
    const flavor = await flavors.id(args.flavor)
    await flavors.send(flavor, 'POST', '/service_profiles', {service_profile: {id: args.service_profile}})
  }
}
