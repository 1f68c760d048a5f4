import {Args, ShowCommand} from '@osc-cli/core'
import {FloatingIp} from '#floating-ip'
import {PortForwarding, shownForwarding} from '#port-forwarding'

export default class FloatingIpPortForwardingShow extends ShowCommand {
  static override summary = 'Show a port forwarding of a floating IP'
  static override roles = ['reader']
  static override calls = [
    'GET /v2.0/floatingips?floating_ip_address={name}',
    'GET /v2.0/floatingips/{floatingip_id}/port_forwardings/{id}',
  ]
  static override requires = 'floating-ip-port-forwarding'
  static override examples = [
    {
      command:
        'osc floating ip port forwarding show 203.0.113.9 $(osc floating ip port forwarding list 203.0.113.9 -f value -c ID | tail -1)',
      description: 'Show its ports and addresses',
    },
  ]
  static override args = {
    floating_ip: Args.string({description: 'Floating IP (IP address or ID)', required: true}),
    port_forwarding_id: Args.string({description: 'Port forwarding (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(FloatingIpPortForwardingShow)
    const floatingIp = await this.api(FloatingIp).id(args.floating_ip)
    const forwarding = await this.api(PortForwarding).under(floatingIp).find(args.port_forwarding_id)
    await this.show(forwarding, shownForwarding(forwarding))
  }
}
