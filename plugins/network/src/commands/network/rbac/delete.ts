import {Args, OscCommand} from '@osc-cli/core'
import {RbacPolicy} from '#network-rbac'

export default class NetworkRbacDelete extends OscCommand {
  static override summary = 'Delete RBAC policies'
  static override roles = ['member']
  static override calls = ['DELETE /v2.0/rbac-policies/{id}']
  static override requires = 'rbac-policies'
  static override examples = [
    {command: 'osc network rbac delete $(osc network rbac list -f value -c ID | tail -1)', description: 'Delete by ID'},
  ]
  static override args = {
    rbac_policy: Args.string({description: 'RBAC policies to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkRbacDelete)
    const policies = this.api(RbacPolicy)
    await this.each(args.rbac_policy, (id) => policies.delete(id))
  }
}
