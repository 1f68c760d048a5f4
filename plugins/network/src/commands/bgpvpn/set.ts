import {Args, Flags, OscCommand} from '@osc-cli/core'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {bgpvpnNeeds, extendedTargets, noTargetFlags, numberFlags, targetFlags} from '#bgpvpn/targets'

export default class BgpvpnSet extends OscCommand {
  static override summary = 'Change a BGP VPN'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns/{id}',
    'PUT /v2.0/bgpvpn/bgpvpns/{id}',
  ]
  static override requires = 'bgpvpn'
  static override needs = bgpvpnNeeds
  static override seeAlso = ['bgpvpn unset']
  static override examples = [
    {command: 'osc bgpvpn set --import-target 64512:2 branch', description: 'Import further routes'},
  ]
  static override args = {
    bgpvpn: Args.string({description: 'BGP VPN to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...targetFlags('Add'),
    ...noTargetFlags,
    ...numberFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpvpnSet)
    const resource = this.api(Bgpvpn)
    const found = await resource.find(args.bgpvpn)
    await resource.update(String(found.id), {
      name: flags.name,
      vni: flags.vni,
      local_pref: flags['local-pref'],
      ...extendedTargets(found, flags),
    })
  }
}
