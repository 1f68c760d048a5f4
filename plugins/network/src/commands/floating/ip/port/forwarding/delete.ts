import {Args, OscCommand} from '@osc-cli/core'
import {FloatingIp} from '#floating-ip'
import {PortForwarding} from '#port-forwarding'

export default class FloatingIpPortForwardingDelete extends OscCommand {
  static override summary = 'Delete port forwardings of a floating IP'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/floatingips?floating_ip_address={name}',
    'DELETE /v2.0/floatingips/{floatingip_id}/port_forwardings/{id}',
  ]
  static override requires = 'floating-ip-port-forwarding'
  static override examples = [
    {
      command:
        'osc floating ip port forwarding delete 203.0.113.9 $(osc floating ip port forwarding list 203.0.113.9 -f value -c ID | tail -1)',
      description: 'Delete by ID',
    },
  ]
  static override args = {
    floating_ip: Args.string({description: 'Floating IP (IP address or ID)', required: true}),
    port_forwarding_id: Args.string({description: 'Port forwardings to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(FloatingIpPortForwardingDelete)
    const forwardings = this.api(PortForwarding).under(await this.api(FloatingIp).id(args.floating_ip))
    await this.each(args.port_forwarding_id, (id) => forwardings.delete(id))
  }
}
