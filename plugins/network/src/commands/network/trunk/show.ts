import {Args, ShowCommand} from '@osc-cli/core'
import {shownTrunk, Trunk} from '#network-trunk'

export default class NetworkTrunkShow extends ShowCommand {
  static override summary = 'Show a trunk'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/trunks?name={name}', 'GET /v2.0/trunks/{id}']
  static override requires = 'trunk'
  static override examples = [
    {command: 'osc network trunk show trunk', description: 'Show its parent port and subports'},
  ]
  static override args = {
    trunk: Args.string({description: 'Trunk to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkTrunkShow)
    const trunk = await this.api(Trunk).find(args.trunk)
    await this.show(trunk, shownTrunk(trunk))
  }
}
