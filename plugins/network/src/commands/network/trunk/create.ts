import {Args, Flags, Known, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {shownTrunk, subportsOf, Trunk, trunkFlags} from '#network-trunk'

export default class NetworkTrunkCreate extends ShowCommand {
  static override summary = 'Create a trunk'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/ports?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/trunks',
  ]
  static override requires = 'trunk'
  static override examples = [
    {
      command:
        'osc network trunk create --parent-port uplink --subport port=blue,segmentation-type=vlan,segmentation-id=42 trunk',
      description: 'Create a trunk with a subport',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new trunk', required: true}),
  }
  static override flags = {
    ...trunkFlags,
    'parent-port': Flags.string({description: 'Parent port (name or ID)', helpValue: 'PARENT-PORT', required: true}),
    ...projectFlags('Project that owns the trunk (name or ID; default: your project)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkTrunkCreate)
    const subports = flags.subport
    const trunk = await this.api(Trunk).create({
      name: args.name,
      description: flags.description,
      admin_state_up: !flags.disable,
      port_id: await this.api(Known.Port).id(flags['parent-port']),
      sub_ports: subports && (await subportsOf(this.api, subports)),
      project_id: await projectOf(this.api, flags),
    })
    await this.show(trunk, shownTrunk(trunk))
  }
}
