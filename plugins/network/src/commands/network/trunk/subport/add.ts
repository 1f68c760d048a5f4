import {Args, Flags, Known, OscCommand} from '@osc-cli/core'
import {Trunk} from '#network-trunk'

export default class NetworkTrunkSubportAdd extends OscCommand {
  static override summary = 'Add a subport to a trunk'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/trunks?name={name}',
    'GET /v2.0/ports?name={name}',
    'PUT /v2.0/trunks/{id}/add_subports',
  ]
  static override requires = 'trunk'
  static override examples = [
    {
      command: 'osc network trunk subport add --segmentation-type vlan --segmentation-id 42 trunk blue',
      description: 'Add a subport',
    },
  ]
  static override args = {
    trunk: Args.string({description: 'Trunk (name or ID)', required: true}),
    port: Args.string({description: 'Port to add (name or ID)', required: true}),
  }
  static override flags = {
    'segmentation-type': Flags.string({
      description: 'Segmentation type: vlan or inherit',
      helpValue: 'SEGMENTATION-TYPE',
    }),
    'segmentation-id': Flags.integer({description: 'Segmentation ID', helpValue: 'SEGMENTATION-ID'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkTrunkSubportAdd)
    const trunks = this.api(Trunk)
    const [id, port] = await Promise.all([trunks.id(args.trunk), this.api(Known.Port).id(args.port)])
    const subport = {
      port_id: port,
      segmentation_type: flags['segmentation-type'],
      segmentation_id: flags['segmentation-id'],
    }
    await trunks.send(id, 'PUT', '/add_subports', {sub_ports: [subport]})
  }
}
