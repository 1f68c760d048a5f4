import {asObject, asText, Flags, ListCommand} from '@osc-cli/core'
import {planFlag} from '#deploy-flags'
import {chosenPlan, PLAN_NAME_CALLS} from '#plan/plan'
import {findStack} from '#plan/stack'
import {partsOf} from '#state/parts'
import {addressesOf, serversOf} from '#state/servers'

export default class OvercloudServerList extends ListCommand {
  static override summary = 'List the servers of an overcloud by role'
  static override service = 'orchestration'
  static override roles = ['member']
  static override calls = [
    ...PLAN_NAME_CALLS,
    'GET /v1/{project_id}/stacks',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources',
    'GET /v2.1/servers/detail',
  ]
  static override seeAlso = ['overcloud status', 'overcloud node delete', 'server show']
  static override examples = [
    {command: 'osc overcloud server list --plan first', description: 'List the servers of a plan'},
  ]
  static override flags = {
    ...planFlag,
    role: Flags.string({description: 'Role (name, default: all)', helpValue: 'ROLE'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudServerList)
    const session = await this.session()
    const stack = await findStack(session, await chosenPlan(session, flags.plan))
    const servers = await serversOf(this, await partsOf(session, stack))
    await this.table(
      {
        Role: 'role',
        Number: 'number',
        Name: 'name',
        Status: 'status',
        Address: 'address',
        Flavor: 'flavor',
        ID: 'id',
      },
      servers
        .filter(({role}) => flags.role === undefined || role === flags.role)
        .map(({server, ...place}) => ({
          ...place,
          name: asText(server.name) ?? null,
          status: asText(server.status) ?? 'MISSING',
          address: addressesOf(server).join(', '),
          flavor: asText(asObject(server.flavor).original_name) ?? null,
        })),
    )
  }
}
