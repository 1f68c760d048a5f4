import {Args, Flags, Known, OscCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {FloatingIp} from '#floating-ip'
import {forwardingOptions, PortForwarding, portRanges} from '#port-forwarding'

export default class FloatingIpPortForwardingSet extends OscCommand {
  static override summary = 'Change a port forwarding of a floating IP'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/floatingips?floating_ip_address={name}',
    'GET /v2.0/ports?name={name}',
    'PUT /v2.0/floatingips/{floatingip_id}/port_forwardings/{id}',
  ]
  static override requires = 'floating-ip-port-forwarding'
  static override examples = [
    {
      command:
        'osc floating ip port forwarding set --external-protocol-port 2223 203.0.113.9 $(osc floating ip port forwarding list 203.0.113.9 -f value -c ID | tail -1)',
      description: 'Change the external port',
    },
  ]
  static override args = {
    floating_ip: Args.string({description: 'Floating IP (IP address or ID)', required: true}),
    port_forwarding_id: Args.string({description: 'Port forwarding (ID)', required: true}),
  }
  static override flags = {
    port: Flags.string(forwardingOptions.port),
    'internal-ip-address': Flags.string(forwardingOptions['internal-ip-address']),
    'internal-protocol-port': Flags.string(forwardingOptions['internal-protocol-port']),
    'external-protocol-port': Flags.string(forwardingOptions['external-protocol-port']),
    protocol: Flags.string({description: 'Protocol: tcp or udp', options: ['tcp', 'udp']}),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FloatingIpPortForwardingSet)
    const floatingIp = await this.api(FloatingIp).id(args.floating_ip)
    await this.api(PortForwarding)
      .under(floatingIp)
      .update(args.port_forwarding_id, {
        internal_port_id: flags.port ? await this.api(Known.Port).id(flags.port) : undefined,
        internal_ip_address: flags['internal-ip-address'] || undefined,
        ...portRanges(flags),
        protocol: flags.protocol,
        description: flags.description,
        ...extraProperties(flags),
      })
  }
}
