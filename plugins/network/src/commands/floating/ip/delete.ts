import {Args, OscCommand} from '@osc-cli/core'
import {FloatingIp} from '#floating-ip'

export default class FloatingIpDelete extends OscCommand {
  static override summary = 'Delete floating IPs'
  static override roles = ['member']
  static override calls = ['GET /v2.0/floatingips?name={name}', 'DELETE /v2.0/floatingips/{id}']
  static override examples = [{command: 'osc floating ip delete 203.0.113.9', description: 'Release a floating IP'}]
  static override args = {
    floating_ip: Args.string({
      description: 'Floating IPs to delete (IP addresses or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(FloatingIpDelete)
    const resource = this.api(FloatingIp)
    await this.each(args.floating_ip, async (name) => resource.delete(await resource.id(name)))
  }
}
