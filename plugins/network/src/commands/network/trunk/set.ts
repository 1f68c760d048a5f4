import {Args, Flags, OscCommand} from '@osc-cli/core'
import {subportsOf, Trunk, trunkFlags} from '#network-trunk'

export default class NetworkTrunkSet extends OscCommand {
  static override summary = 'Change a trunk and add subports'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/trunks?name={name}',
    'GET /v2.0/ports?name={name}',
    'PUT /v2.0/trunks/{id}',
    'PUT /v2.0/trunks/{id}/add_subports',
  ]
  static override requires = 'trunk'
  static override seeAlso = ['network trunk unset']
  static override examples = [{command: 'osc network trunk set --disable trunk', description: 'Disable a trunk'}]
  static override args = {
    trunk: Args.string({description: 'Trunk to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...trunkFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkTrunkSet)
    const trunks = this.api(Trunk)
    const id = await trunks.id(args.trunk)
    const subports = flags.subport && (await subportsOf(this.api, flags.subport))
    await trunks.update(id, {
      name: flags.name,
      description: flags.description,
      admin_state_up: Flags.chosen(flags, {enable: true, disable: false}),
    })
    if (subports) await trunks.send(id, 'PUT', '/add_subports', {sub_ports: subports})
  }
}
