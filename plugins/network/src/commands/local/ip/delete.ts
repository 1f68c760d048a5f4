import {Args, OscCommand} from '@osc-cli/core'
import {LocalIp} from '#local-ip'

export default class LocalIpDelete extends OscCommand {
  static override summary = 'Delete local IPs'
  static override roles = ['member']
  static override calls = ['GET /v2.0/local_ips?name={name}', 'DELETE /v2.0/local_ips/{id}']
  static override requires = 'local_ip'
  static override examples = [{command: 'osc local ip delete cache', description: 'Delete by name'}]
  static override args = {
    local_ip: Args.string({description: 'Local IPs to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(LocalIpDelete)
    const resource = this.api(LocalIp)
    await this.each(args.local_ip, async (name) => resource.delete(await resource.id(name)))
  }
}
