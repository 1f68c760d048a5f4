import {Args, Known, ShowCommand} from '@osc-cli/core'
import {securityGroupFields} from '#security-group'

export default class SecurityGroupShow extends ShowCommand {
  static override summary = 'Show a security group'
  static override roles = ['reader']
  static override columns = Object.keys(securityGroupFields)
  static override calls = ['GET /v2.0/security-groups?name={name}', 'GET /v2.0/security-groups/{id}']
  static override examples = [{command: 'osc security group show default', description: 'Show its rules'}]
  static override args = {
    group: Args.string({description: 'Security group to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SecurityGroupShow)
    await this.show(await this.api(Known.SecurityGroup).find(args.group), securityGroupFields)
  }
}
