import {Args, Flags, firstOf, Known, ListCommand, pageFlags} from '@osc-cli/core'
import {FloatingIp} from '#floating-ip'
import {PortForwarding, portForwardingColumns} from '#port-forwarding'

export default class FloatingIpPortForwardingList extends ListCommand {
  static override summary = 'List port forwardings of a floating IP'
  static override roles = ['reader']
  static override columns = Object.keys(portForwardingColumns)
  static override calls = [
    'GET /v2.0/floatingips?floating_ip_address={name}',
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/floatingips/{floatingip_id}/port_forwardings',
  ]
  static override requires = 'floating-ip-port-forwarding'
  static override examples = [
    {command: 'osc floating ip port forwarding list 203.0.113.9', description: 'List all of one floating IP'},
  ]
  static override args = {
    floating_ip: Args.string({description: 'Floating IP (IP address or ID)', required: true}),
  }
  static override flags = {
    port: Flags.string({description: 'List port forwardings of this port (name or ID)', helpValue: 'PORT'}),
    'external-protocol-port': Flags.string({
      description: 'List port forwardings with this external port or range',
      helpValue: 'PORT-NUMBER',
    }),
    protocol: Flags.string({description: 'List port forwardings with this protocol', helpValue: 'PROTOCOL'}),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FloatingIpPortForwardingList)
    const {'external-protocol-port': external} = flags
    const isRange = external?.includes(':')
    const [floatingIp, port] = await Promise.all([
      this.api(FloatingIp).id(args.floating_ip),
      flags.port ? this.api(Known.Port).id(flags.port) : undefined,
    ])
    const forwardings = this.api(PortForwarding)
      .under(floatingIp)
      .list({
        internal_port_id: port,
        [isRange ? 'external_port_range' : 'external_port']: external,
        protocol: flags.protocol,
        marker: flags.marker,
        limit: flags.limit,
      })
    await this.table(portForwardingColumns, firstOf(forwardings, flags['max-items']))
  }
}
