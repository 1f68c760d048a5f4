import {Args, Flags, Known, ShowCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {FloatingIp} from '#floating-ip'
import {forwardingOptions, PortForwarding, portRanges, shownForwarding} from '#port-forwarding'

export default class FloatingIpPortForwardingCreate extends ShowCommand {
  static override summary = 'Create a port forwarding of a floating IP'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/floatingips?floating_ip_address={name}',
    'GET /v2.0/ports?name={name}',
    'POST /v2.0/floatingips/{floatingip_id}/port_forwardings',
  ]
  static override requires = 'floating-ip-port-forwarding'
  static override examples = [
    {
      command:
        'osc floating ip port forwarding create --internal-ip-address 10.0.0.9 --port db --internal-protocol-port 22 --external-protocol-port 2222 --protocol tcp 203.0.113.9',
      description: 'Forward external port 2222 to port 22',
    },
  ]
  static override args = {
    floating_ip: Args.string({description: 'Floating IP (IP address or ID)', required: true}),
  }
  static override flags = {
    'internal-ip-address': Flags.string({...forwardingOptions['internal-ip-address'], required: true}),
    port: Flags.string({...forwardingOptions.port, required: true}),
    'internal-protocol-port': Flags.string({...forwardingOptions['internal-protocol-port'], required: true}),
    'external-protocol-port': Flags.string({...forwardingOptions['external-protocol-port'], required: true}),
    protocol: Flags.string({description: 'Protocol: tcp or udp', helpValue: 'PROTOCOL', required: true}),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FloatingIpPortForwardingCreate)
    const [floatingIp, port] = await Promise.all([
      this.api(FloatingIp).id(args.floating_ip),
      this.api(Known.Port).id(flags.port),
    ])
    const created = await this.api(PortForwarding)
      .under(floatingIp)
      .create({
        ...portRanges(flags),
        internal_port_id: port,
        internal_ip_address: flags['internal-ip-address'],
        protocol: flags.protocol,
        description: flags.description,
        ...extraProperties(flags),
      })
    await this.show(created, shownForwarding(created))
  }
}
