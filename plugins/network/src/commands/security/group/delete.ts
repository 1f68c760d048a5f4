import {Args, Known, OscCommand} from '@osc-cli/core'

export default class SecurityGroupDelete extends OscCommand {
  static override summary = 'Delete security groups'
  static override roles = ['member']
  static override calls = ['GET /v2.0/security-groups?name={name}', 'DELETE /v2.0/security-groups/{id}']
  static override examples = [{command: 'osc security group delete web', description: 'Delete by name'}]
  static override args = {
    group: Args.string({description: 'Security groups to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(SecurityGroupDelete)
    const resource = this.api(Known.SecurityGroup)
    await this.each(args.group, async (name) => resource.delete(await resource.id(name)))
  }
}
