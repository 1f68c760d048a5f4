import {
  Args,
  asArray,
  asObject,
  Flags,
  HttpError,
  type JsonObject,
  Known,
  OscCommand,
  shellWord,
  UsageError,
} from '@osc-cli/core'
import {FloatingIp} from '#floating-ip'
import {LOOK_UP, server} from '#server-action'

export default class ServerAddFloatingIp extends OscCommand {
  static override summary = 'Add a floating IP address to a server'
  static override description =
    'Without --fixed-ip-address the address is associated with the first port on a network with an external gateway.'
  static override roles = ['member']
  static override calls = [
    ...LOOK_UP,
    'GET /v2.0/floatingips?floating_ip_address={ip}',
    'GET /v2.0/floatingips/{id}',
    'GET /v2.0/ports?device_id={id}',
    'PUT /v2.0/floatingips/{id}',
  ]
  static override seeAlso = ['server remove floating ip']
  static override examples = [
    {command: 'osc server add floating ip web 203.0.113.5', description: 'Make a server reachable from outside'},
  ]
  static override args = {
    server,
    'ip-address': Args.string({description: 'Floating IP address or its ID', required: true}),
  }
  static override flags = {
    'fixed-ip-address': Flags.string({
      description: 'Fixed IP address of the server to associate the address with',
      helpValue: 'IP',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerAddFloatingIp)
    const addresses = this.api(FloatingIp)
    const [address, server] = await Promise.all([
      addresses.id(args['ip-address']),
      this.api(Known.Server).id(args.server),
    ])
    const ports = await Array.fromAsync(this.api(Known.Port).list({device_id: server}))
    if (ports.length === 0)
      throw new UsageError(`Server ${args.server} has no ports.`, {
        hint: `Attach a network with: osc server add network ${shellWord(args.server)} NETWORK`,
      })
    const fixed = flags['fixed-ip-address']
    if (fixed === undefined) return await this.associate(address, ports)
    const port = ports.find((one) => asArray(one.fixed_ips).some((ip) => asObject(ip).ip_address === fixed))
    if (!port) throw new UsageError(`Server ${args.server} has no port with the fixed IP address ${fixed}.`)
    await addresses.update(address, {fixed_ip_address: fixed, port_id: port.id})
  }

  /** Neutron answers 404 for a port that no router connects to an external network: the next one is tried. */
  private async associate(address: string, ports: readonly JsonObject[]): Promise<void> {
    let refused: unknown
    for (const {id} of ports) {
      try {
        return void (await this.api(FloatingIp).update(address, {port_id: id}))
      } catch (error) {
        if (!(error instanceof HttpError) || error.failure.status !== 404) throw error
        refused = error
      }
    }
    throw refused
  }
}
