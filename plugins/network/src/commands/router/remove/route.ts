import {Args, asObject, Known, ShowCommand} from '@osc-cli/core'
import {shownRouter} from '#router'
import {routeFlag} from '#router-options'
import {asRoutes} from '#subnet-body'

export default class RouterRemoveRoute extends ShowCommand {
  static override summary = 'Remove static routes from a router'
  static override roles = ['member']
  static override calls = ['GET /v2.0/routers?name={name}', 'PUT /v2.0/routers/{id}/remove_extraroutes']
  static override requires = 'extraroute-atomic'
  static override seeAlso = ['router show']
  static override examples = [
    {
      command: 'osc router remove route --route destination=10.9.0.0/16,gateway=10.0.0.9 edge',
      description: 'Remove a static route',
    },
  ]
  static override args = {
    router: Args.string({description: 'Router (name or ID)', required: true}),
  }
  static override flags = {
    route: routeFlag('Static route to remove (repeatable)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RouterRemoveRoute)
    const routers = this.api(Known.Router)
    const answer = await routers.send(await routers.id(args.router), 'PUT', '/remove_extraroutes', {
      router: {routes: asRoutes(flags.route) ?? []},
    })
    const router = asObject(answer.router)
    await this.show(router, shownRouter(router))
  }
}
