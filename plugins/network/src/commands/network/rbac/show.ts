import {Args, ShowCommand} from '@osc-cli/core'
import {RbacPolicy, rbacFields} from '#network-rbac'

export default class NetworkRbacShow extends ShowCommand {
  static override summary = 'Show an RBAC policy'
  static override roles = ['reader']
  static override columns = Object.keys(rbacFields)
  static override calls = ['GET /v2.0/rbac-policies/{id}']
  static override requires = 'rbac-policies'
  static override examples = [
    {
      command: 'osc network rbac show $(osc network rbac list -f value -c ID | tail -1)',
      description: 'Show its object, action and target project',
    },
  ]
  static override args = {
    rbac_policy: Args.string({description: 'RBAC policy to show (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkRbacShow)
    await this.show(await this.api(RbacPolicy).find(args.rbac_policy), rbacFields)
  }
}
