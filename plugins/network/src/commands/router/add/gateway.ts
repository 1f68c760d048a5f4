import {Args, asObject, Known, ShowCommand} from '@osc-cli/core'
import {gatewayBody} from '#external-gateway'
import {fixedIpFlag} from '#fixed-ip'
import {shownRouter} from '#router'

export default class RouterAddGateway extends ShowCommand {
  static override summary = 'Add an external gateway to a router'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/routers?name={name}',
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/subnets?name={name}',
    'GET /v2.0/extensions',
    'PUT /v2.0/routers/{id}/add_external_gateways',
  ]
  static override requires = 'external-gateway-multihoming'
  static override seeAlso = ['router show']
  static override examples = [{command: 'osc router add gateway edge public', description: 'Add a gateway'}]
  static override args = {
    router: Args.string({description: 'Router (name or ID)', required: true}),
    external_gateways: Args.string({description: 'External network (name or ID)', required: true}),
  }
  static override flags = {
    'fixed-ip': fixedIpFlag('Address on the external network (repeatable)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RouterAddGateway)
    const routers = this.api(Known.Router)
    const id = await routers.id(args.router)
    const body = await gatewayBody(this, {'external-gateway': [args.external_gateways], 'fixed-ip': flags['fixed-ip']})
    const router = asObject((await routers.send(id, 'PUT', '/add_external_gateways', {router: body})).router)
    await this.show(router, shownRouter(router))
  }
}
