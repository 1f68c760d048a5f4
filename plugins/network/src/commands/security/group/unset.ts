import {Args, Known, OscCommand, tagUnsetFlags} from '@osc-cli/core'
import {saveTags} from '#tags'

export default class SecurityGroupUnset extends OscCommand {
  static override summary = 'Remove tags from a security group'
  static override roles = ['member']
  static override calls = ['GET /v2.0/security-groups?name={name}', 'PUT /v2.0/security-groups/{id}/tags']
  static override examples = [{command: 'osc security group unset --tag test web', description: 'Remove one tag'}]
  static override args = {
    group: Args.string({description: 'Security group to change (name or ID)', required: true}),
  }
  static override flags = {
    ...tagUnsetFlags('security group'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SecurityGroupUnset)
    const groups = this.api(Known.SecurityGroup)
    await saveTags(groups, await groups.find(args.group), flags, true)
  }
}
