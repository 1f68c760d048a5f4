import {asText, type JsonObject} from '@osc-cli/core'
import {idOf, type Keystone, present} from '#sandbox/keystone'
import type {Scope} from '#sandbox/token-code'

/** The roles of a user in a scope: granted, by group, inherited or implied. Excludes domain roles. */
export function effectiveRoles(keystone: Keystone, userId: string, scope: Scope): JsonObject[] {
  const actors = [`user/${userId}`, ...groupIdsOf(keystone, userId).map((id) => `group/${id}`)]
  const granted = grantsFor(keystone, scope)
    .filter((grant) => actors.includes(`${grant.actor}/${grant.actor_id}`))
    .map((grant) => String(grant.role_id))
  return present(keystone.records.roles, withImplied(keystone, granted)).filter((role) => role.domain_id === null)
}

export const groupIdsOf = ({records}: Keystone, userId: string): string[] =>
  records.memberships.find({user_id: userId}).map((membership) => String(membership.group_id))

/** Grants that apply in a scope: its own, and for a project those inherited from its ancestors and its domain. */
function grantsFor(keystone: Keystone, scope: Scope): JsonObject[] {
  const {grants} = keystone.records
  if (scope.kind === 'none') return []
  if (scope.kind === 'system') return grants.find({target: 'system'})
  const own = grants.find({target: scope.kind, target_id: scope.id, inherited: false})
  if (scope.kind === 'domain') return own
  const above = ancestorsOf(keystone, scope.id).map((project) =>
    grants.find({
      target: project.is_domain === true ? 'domain' : 'project',
      target_id: idOf(project),
      inherited: true,
    }),
  )
  return [...own, ...above.flat()]
}

/** The ancestors of a project, its parent first, its domain last. */
export function ancestorsOf({records}: Keystone, projectId: string): JsonObject[] {
  const found: JsonObject[] = []
  let parent = asText(records.projects.get(projectId)?.parent_id)
  while (parent !== undefined) {
    const project = records.projects.get(parent)
    if (!project || found.includes(project)) break
    found.push(project)
    parent = asText(project.parent_id)
  }
  return found
}

/** Role IDs and all implied role IDs, without duplicates. */
export function withImplied({records}: Keystone, roleIds: readonly string[]): string[] {
  const all = new Set(roleIds)
  // Iteration includes entries added to the set meanwhile.
  for (const id of all)
    for (const {implied_role_id} of records.implications.find({prior_role_id: id})) all.add(String(implied_role_id))
  return [...all]
}
