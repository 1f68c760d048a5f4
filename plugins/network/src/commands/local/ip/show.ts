import {Args, ShowCommand} from '@osc-cli/core'
import {LocalIp, localIpFields} from '#local-ip'

export default class LocalIpShow extends ShowCommand {
  static override summary = 'Show a local IP'
  static override roles = ['reader']
  static override columns = Object.keys(localIpFields)
  static override calls = ['GET /v2.0/local_ips?name={name}', 'GET /v2.0/local_ips/{id}']
  static override requires = 'local_ip'
  static override examples = [{command: 'osc local ip show cache', description: 'Show its address, network and port'}]
  static override args = {
    local_ip: Args.string({description: 'Local IP to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(LocalIpShow)
    await this.show(await this.api(LocalIp).find(args.local_ip), localIpFields)
  }
}
