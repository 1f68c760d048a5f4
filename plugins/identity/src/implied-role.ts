import {type Api, Args, asArray, asObject, type Columns, defineResource, Flags, idIn, type Row} from '@osc-cli/core'
import {pathOf} from '#path'
import {Role} from '#role'

// https://docs.openstack.org/api-ref/identity/v3/#list-all-role-inference-rules
export const RoleInference = defineResource({
  noun: 'implied role',
  service: 'identity',
  path: '/role_inferences',
  member: 'role_inference',
  collection: 'role_inferences',
})

export const impliedRoleColumns: Columns = {
  'Prior Role ID': ({prior_role: prior}) => asObject(prior).id,
  'Prior Role Name': ({prior_role: prior}) => asObject(prior).name,
  'Implied Role ID': ({implies}) => asObject(implies).id,
  'Implied Role Name': ({implies}) => asObject(implies).name,
}

/** A new rule is printed with IDs only, as `openstack` does. */
export const impliedRoleFields: Columns = {
  implies: ({implies}) => asObject(implies).id,
  prior_role: ({prior_role: prior}) => asObject(prior).id,
}

/** Keystone returns a role with all its implied roles; the list has one row for each pair. */
export async function* singleRules(rules: AsyncIterable<Row>): AsyncGenerator<Row> {
  for await (const {prior_role, implies} of rules)
    for (const implied of asArray(implies)) yield {prior_role, implies: implied}
}

export const impliedRoleArgs = {
  role: Args.string({description: 'Role that implies the other role (name or ID)', required: true}),
}

export const impliedRoleFlags = {
  'implied-role': Flags.string({
    description: 'Implied role (name or ID)',
    helpValue: 'ROLE',
    required: true,
  }),
}

export async function rulePath(api: Api, prior: string, implied: string): Promise<string> {
  const [priorId, impliedId] = await Promise.all([idIn(api, Role, prior), idIn(api, Role, implied)])
  return pathOf('roles', priorId, 'implies', impliedId)
}
