import {Args, OscCommand} from '@osc-cli/core'
import {Bgpvpn} from '#bgpvpn/bgpvpn'

export default class BgpvpnDelete extends OscCommand {
  static override summary = 'Delete BGP VPNs'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/bgpvpn/bgpvpns?name={name}', 'DELETE /v2.0/bgpvpn/bgpvpns/{id}']
  static override requires = 'bgpvpn'
  static override examples = [{command: 'osc bgpvpn delete branch', description: 'Delete by name'}]
  static override args = {
    bgpvpn: Args.string({description: 'BGP VPNs to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(BgpvpnDelete)
    const resource = this.api(Bgpvpn)
    await this.each(args.bgpvpn, async (name) => resource.delete(await resource.id(name)))
  }
}
