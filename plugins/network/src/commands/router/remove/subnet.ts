import {Args, Known, OscCommand} from '@osc-cli/core'

export default class RouterRemoveSubnet extends OscCommand {
  static override summary = 'Remove a subnet from a router'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/routers?name={name}',
    'GET /v2.0/subnets?name={name}',
    'PUT /v2.0/routers/{id}/remove_router_interface',
  ]
  static override seeAlso = ['router show']
  static override examples = [{command: 'osc router remove subnet edge private-subnet', description: 'Remove a subnet'}]
  static override args = {
    router: Args.string({description: 'Router (name or ID)', required: true}),
    subnet: Args.string({description: 'Subnet (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(RouterRemoveSubnet)
    const [router, subnet] = await Promise.all([
      this.api(Known.Router).id(args.router),
      this.api(Known.Subnet).id(args.subnet),
    ])
    await this.api(Known.Router).send(router, 'PUT', '/remove_router_interface', {subnet_id: subnet})
  }
}
