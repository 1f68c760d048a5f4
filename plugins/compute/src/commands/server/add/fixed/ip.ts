import {Args, type Columns, Flags, Known, pick, ShowCommand} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {Interface, interfaceFields} from '#server-parts'

export default class ServerAddFixedIp extends ShowCommand {
  static override summary = 'Add a fixed IP address to a server'
  static override description = 'Attaches a new port on the network.'
  static override roles = ['member']
  static override calls = [
    ...LOOK_UP,
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/networks/{id}',
    'POST /v2.1/servers/{id}/os-interface',
  ]
  static override needs = {tag: {microversion: '2.49'}}
  static override seeAlso = ['server remove fixed ip']
  static override examples = [
    {
      command: 'osc server add fixed ip --fixed-ip-address 10.0.0.9 web private',
      description: 'Add an address of a network',
    },
  ]
  static override args = {
    server,
    network: Args.string({description: 'Network of the address (name or ID)', required: true}),
  }
  static override flags = {
    'fixed-ip-address': Flags.string({description: 'IP address (default: any of the network)', helpValue: 'IP'}),
    tag: Flags.string({description: 'Tag of the interface', helpValue: 'TAG'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerAddFixedIp)
    const [server, network] = await Promise.all([
      this.api(Known.Server).id(args.server),
      this.api(Known.Network).id(args.network),
    ])
    const address = flags['fixed-ip-address']
    const created = await this.api(Interface)
      .under(server)
      .create({
        net_id: network,
        fixed_ips: address ? [{ip_address: address}] : undefined,
        tag: flags.tag || undefined,
      })
    const columns: Columns = {
      'Port ID': interfaceFields.port_id,
      'Server ID': () => server,
      ...pick(interfaceFields, HEADERS),
      ...(flags.tag && {Tag: interfaceFields.tag}),
    }
    await this.show(created, columns)
  }
}

const HEADERS = {
  'Network ID': 'net_id',
  'MAC Address': 'mac_addr',
  'Port State': 'port_state',
  'Fixed IPs': 'fixed_ips',
} as const
