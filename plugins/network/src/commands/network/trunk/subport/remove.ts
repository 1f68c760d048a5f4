import {Args, OscCommand} from '@osc-cli/core'
import {removeSubports} from '#network-trunk'

export default class NetworkTrunkSubportRemove extends OscCommand {
  static override summary = 'Remove subports from a trunk'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/trunks?name={name}',
    'GET /v2.0/ports?name={name}',
    'PUT /v2.0/trunks/{id}/remove_subports',
  ]
  static override requires = 'trunk'
  static override examples = [{command: 'osc network trunk subport remove trunk blue', description: 'Remove a subport'}]
  static override args = {
    trunk: Args.string({description: 'Trunk (name or ID)', required: true}),
    port: Args.string({description: 'Subports to remove (port names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkTrunkSubportRemove)
    await removeSubports(this.api, args.trunk, args.port)
  }
}
