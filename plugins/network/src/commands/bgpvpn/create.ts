import {Flags, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {Bgpvpn, shownBgpvpn} from '#bgpvpn/bgpvpn'
import {bgpvpnNeeds, newTargets, numberFlags, targetFlags} from '#bgpvpn/targets'

export default class BgpvpnCreate extends ShowCommand {
  static override summary = 'Create a BGP VPN'
  static override roles = ['admin']
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'POST /v2.0/bgpvpn/bgpvpns']
  static override requires = 'bgpvpn'
  static override needs = bgpvpnNeeds
  static override seeAlso = ['bgpvpn network association create', 'bgpvpn router association create']
  static override examples = [
    {command: 'osc bgpvpn create --name branch --route-target 64512:1', description: 'Create a layer 3 VPN'},
  ]
  static override flags = {
    ...projectFlags('Project that owns the BGP VPN (name or ID)'),
    name: Flags.string({description: 'Name', helpValue: 'NAME'}),
    ...targetFlags('Add'),
    ...numberFlags,
    type: Flags.string({description: 'Type: IP VPN (l3, default) or Ethernet VPN (l2)', options: ['l2', 'l3']}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(BgpvpnCreate)
    const created = await this.api(Bgpvpn).create({
      name: flags.name,
      type: flags.type ?? 'l3',
      ...newTargets(flags),
      vni: flags.vni,
      local_pref: flags['local-pref'],
      project_id: await projectOf(this.api, flags),
    })
    await this.show(created, shownBgpvpn(created))
  }
}
