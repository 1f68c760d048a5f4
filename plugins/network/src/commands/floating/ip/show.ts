import {Args, ShowCommand} from '@osc-cli/core'
import {FloatingIp, shownFloatingIp} from '#floating-ip'

export default class FloatingIpShow extends ShowCommand {
  static override summary = 'Show a floating IP'
  static override roles = ['reader']
  static override calls = ['GET /v2.0/floatingips?floating_ip_address={name}', 'GET /v2.0/floatingips/{id}']
  static override examples = [
    {command: 'osc floating ip show 203.0.113.9', description: 'Show its port, router and status'},
  ]
  static override args = {
    floating_ip: Args.string({description: 'Floating IP to show (IP address or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(FloatingIpShow)
    const floatingIp = await this.api(FloatingIp).find(args.floating_ip)
    await this.show(floatingIp, shownFloatingIp(floatingIp))
  }
}
