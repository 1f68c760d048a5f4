import {Args, Flags, Known, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {shownVpnService, VpnService, vpnServiceBody, vpnServiceFlags, vpnServiceNeeds} from '#vpn/service'

export default class VpnServiceCreate extends ShowCommand {
  static override summary = 'Create a VPN service'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/subnets?name={name}',
    'GET /v2.0/flavors?name={name}',
    'GET /v2.0/routers?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/vpn/vpnservices',
  ]
  static override requires = 'vpnaas'
  static override needs = vpnServiceNeeds
  static override seeAlso = ['vpn ipsec site connection create']
  static override examples = [
    {command: 'osc vpn service create --router edge site', description: 'Create a VPN service on a router'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the new VPN service', required: true}),
  }
  static override flags = {
    ...vpnServiceFlags,
    router: Flags.string({
      description: 'Router of the VPN service (name or ID); it needs an external gateway',
      helpValue: 'ROUTER',
      required: true,
    }),
    ...projectFlags('Project that owns the VPN service (name or ID; default: your project)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VpnServiceCreate)
    const created = await this.api(VpnService).create({
      name: args.name,
      router_id: await this.api(Known.Router).id(flags.router),
      ...(await vpnServiceBody(this.api, flags)),
      project_id: await projectOf(this.api, flags),
    })
    await this.show(created, shownVpnService(created))
  }
}
