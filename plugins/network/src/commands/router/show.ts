import {Args, asArray, asObject, type JsonObject, Known, ShowCommand} from '@osc-cli/core'
import {shownRouter} from '#router'

export default class RouterShow extends ShowCommand {
  static override summary = 'Show a router'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/routers?name={name}', 'GET /v2.0/routers/{id}', 'GET /v2.0/ports']
  static override seeAlso = ['router add subnet']
  static override examples = [{command: 'osc router show edge', description: 'Show a router and its interfaces'}]
  static override args = {
    router: Args.string({description: 'Router to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(RouterShow)
    const router = await this.api(Known.Router).find(args.router)
    const interfaces: JsonObject[] = []
    for await (const port of this.api(Known.Port).list({device_id: String(router.id)}))
      if (port.device_owner !== 'network:router_gateway') interfaces.push(...addressesOf(port))
    const shown = {...router, interfaces_info: interfaces}
    await this.show(shown, shownRouter(shown))
  }
}

const addressesOf = (port: JsonObject): JsonObject[] =>
  asArray(port.fixed_ips).map((address) => {
    const {ip_address, subnet_id} = asObject(address)
    return {port_id: port.id, ip_address, subnet_id}
  })
