import {Args, Flags, OscCommand} from '@osc-cli/core'
import {removeSubports} from '#network-trunk'

export default class NetworkTrunkUnset extends OscCommand {
  static override summary = 'Remove subports from a trunk'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/trunks?name={name}',
    'GET /v2.0/ports?name={name}',
    'PUT /v2.0/trunks/{id}/remove_subports',
  ]
  static override requires = 'trunk'
  static override seeAlso = ['network trunk set']
  static override examples = [
    {command: 'osc network trunk unset --subport blue trunk', description: 'Remove a subport'},
  ]
  static override args = {
    trunk: Args.string({description: 'Trunk to change (name or ID)', required: true}),
  }
  static override flags = {
    subport: Flags.strings({
      description: 'Subport to remove (port name or ID; repeatable)',
      helpValue: 'SUBPORT',
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkTrunkUnset)
    await removeSubports(this.api, args.trunk, flags.subport)
  }
}
