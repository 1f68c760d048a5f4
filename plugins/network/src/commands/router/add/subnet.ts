import {Args, Flags, Known, OscCommand} from '@osc-cli/core'

export default class RouterAddSubnet extends OscCommand {
  static override summary = 'Add a subnet to a router'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/routers?name={name}',
    'GET /v2.0/subnets?name={name}',
    'PUT /v2.0/routers/{id}/add_router_interface',
  ]
  static override needs = {'advertise-host': {extension: 'ovn-bgp'}}
  static override seeAlso = ['router show']
  static override examples = [{command: 'osc router add subnet edge private-subnet', description: 'Add a subnet'}]
  static override args = {
    router: Args.string({description: 'Router (name or ID)', required: true}),
    subnet: Args.string({description: 'Subnet (name or ID)', required: true}),
  }
  static override flags = {
    'advertise-host': Flags.boolean({description: 'Advertise the host routes of the subnet'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(RouterAddSubnet)
    const [router, subnet] = await Promise.all([
      this.api(Known.Router).id(args.router),
      this.api(Known.Subnet).id(args.subnet),
    ])
    await this.api(Known.Router).send(router, 'PUT', '/add_router_interface', {
      subnet_id: subnet,
      advertise_host: flags['advertise-host'] || undefined,
    })
  }
}
