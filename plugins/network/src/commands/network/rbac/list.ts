import {Flags, firstOf, ListCommand, pageFlags, projectOf} from '@osc-cli/core'
import {longRbacColumns, RBAC_ACTIONS, RBAC_TYPES, RbacPolicy, rbacColumns} from '#network-rbac'

export default class NetworkRbacList extends ListCommand {
  static override summary = 'List RBAC policies'
  static override roles = ['reader']
  static override columns = Object.keys({...rbacColumns, ...longRbacColumns})
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'GET /v2.0/rbac-policies']
  static override requires = 'rbac-policies'
  static override examples = [{command: 'osc network rbac list', description: 'List all RBAC policies'}]
  static override flags = {
    type: Flags.string({
      description: 'List RBAC policies for this type of object',
      options: RBAC_TYPES,
    }),
    action: Flags.string({
      description: 'List RBAC policies with this action',
      options: RBAC_ACTIONS,
    }),
    'target-project': Flags.string({
      description: 'List RBAC policies with this target project (name, ID or *)',
      helpValue: 'TARGET-PROJECT',
    }),
    long: Flags.boolean({description: 'Include additional columns'}),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkRbacList)
    const given = flags['target-project']
    const target = given === '*' ? given : await projectOf(this.api, {project: given})
    const rows = this.api(RbacPolicy).list({
      object_type: flags.type,
      action: flags.action,
      target_tenant: target,
      marker: flags.marker,
      limit: flags.limit,
    })
    await this.table(flags.long ? longRbacColumns : rbacColumns, firstOf(rows, flags['max-items']))
  }
}
