import {Args, Flags, OscCommand} from '@osc-cli/core'
import {LocalIp} from '#local-ip'

export default class LocalIpSet extends OscCommand {
  static override summary = 'Change a local IP'
  static override roles = ['member']
  static override calls = ['GET /v2.0/local_ips?name={name}', 'PUT /v2.0/local_ips/{id}']
  static override requires = 'local_ip'
  static override examples = [{command: 'osc local ip set --name images cache', description: 'Rename a local IP'}]
  static override args = {
    local_ip: Args.string({description: 'Local IP to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(LocalIpSet)
    const localIps = this.api(LocalIp)
    await localIps.update(await localIps.id(args.local_ip), {name: flags.name, description: flags.description})
  }
}
