import {Args, OscCommand} from '@osc-cli/core'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {allTargetFlags, bgpvpnNeeds, numberFlags, reducedTargets, targetFlags} from '#bgpvpn/targets'

export default class BgpvpnUnset extends OscCommand {
  static override summary = 'Remove route targets and distinguishers of a BGP VPN'
  static override description = 'As in `openstack`, --vni and --local-pref set the given value.'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns/{id}',
    'PUT /v2.0/bgpvpn/bgpvpns/{id}',
  ]
  static override requires = 'bgpvpn'
  static override needs = bgpvpnNeeds
  static override seeAlso = ['bgpvpn set']
  static override examples = [
    {command: 'osc bgpvpn unset --import-target 64512:2 branch', description: 'Stop importing routes'},
  ]
  static override args = {
    bgpvpn: Args.string({description: 'BGP VPN to change (name or ID)', required: true}),
  }
  static override flags = {...targetFlags('Remove'), ...allTargetFlags, ...numberFlags}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpvpnUnset)
    const resource = this.api(Bgpvpn)
    const found = await resource.find(args.bgpvpn)
    await resource.update(String(found.id), {
      vni: flags.vni,
      local_pref: flags['local-pref'],
      ...reducedTargets(found, flags),
    })
  }
}
