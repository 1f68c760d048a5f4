import {Known, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {associateArgs} from '#bgpvpn/association-args'
import {Bgpvpn} from '#bgpvpn/bgpvpn'
import {
  advertisesExtraRoutes,
  extraRoutesFlags,
  RouterAssociation,
  routerAssociationFields,
} from '#bgpvpn/router-association'

export default class BgpvpnRouterAssociationCreate extends ShowCommand {
  static override summary = 'Add a router to a BGP VPN'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/bgpvpn/bgpvpns?name={name}',
    'GET /v2.0/routers?name={name}',
    'POST /v2.0/bgpvpn/bgpvpns/{bgpvpn_id}/router_associations',
  ]
  static override requires = 'bgpvpn'
  static override needs = {
    advertise_extra_routes: {extension: 'bgpvpn-routes-control'},
    'no-advertise_extra_routes': {extension: 'bgpvpn-routes-control'},
  }
  static override examples = [
    {command: 'osc bgpvpn router association create branch edge', description: 'Connect a router'},
  ]
  static override args = associateArgs('Router')
  static override flags = {
    ...projectFlags('Project that owns the association (name or ID)'),
    ...extraRoutesFlags(
      'Advertise the extra routes of the router (default)',
      'Do not advertise the extra routes of the router',
    ),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BgpvpnRouterAssociationCreate)
    const [bgpvpn, router, project] = await Promise.all([
      this.api(Bgpvpn).id(args.bgpvpn),
      this.api(Known.Router).id(args.resource),
      projectOf(this.api, flags),
    ])
    const created = await this.api(RouterAssociation)
      .under(bgpvpn)
      .create({
        router_id: router,
        project_id: project,
        advertise_extra_routes: advertisesExtraRoutes(flags),
      })
    await this.show(created, routerAssociationFields)
  }
}
