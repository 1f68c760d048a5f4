import {asText} from '@osc-cli/core'
import {type Assignment, allGrants, type Wanted} from '#sandbox/direct-assignments'
import {groupIdsOf} from '#sandbox/effective-roles'
import type {Keystone} from '#sandbox/keystone'
import {subtreeOf} from '#sandbox/project-tree'

/** Effective assignments of users: groups expanded to members, inherited roles to projects, with implied roles. */
export function effectiveAssignments(keystone: Keystone, wanted: Wanted): Assignment[] {
  const {userId, roleId, domainId, projectIds, inherited} = wanted
  const groups = userId === undefined ? undefined : groupIdsOf(keystone, userId)
  const ofActor = allGrants(keystone).filter(
    ({actor, actorId, target}) =>
      target !== 'system' &&
      (userId === undefined || (actor === 'user' ? actorId === userId : (groups ?? []).includes(actorId))),
  )
  const inPlace = ofActor
    .filter((grant) => inherited === undefined || grant.inherited === inherited)
    .flatMap((grant) => withMembers(keystone, grant, userId))
    .flatMap((assignment) => withProjects(keystone, assignment))
    .filter(({target, targetId}) => {
      if (projectIds) return target === 'project' && projectIds.includes(targetId)
      return domainId === undefined || (target === 'domain' && targetId === domainId)
    })
  return withImpliedRoles(keystone, inPlace)
    .filter((assignment) => keystone.records.roles.get(assignment.roleId)?.domain_id === null)
    .filter((assignment) => roleId === undefined || assignment.roleId === roleId)
}

function withMembers({records}: Keystone, grant: Assignment, userId: string | undefined): Assignment[] {
  if (grant.actor === 'user') return [grant]
  const members = records.memberships.find({group_id: grant.actorId, user_id: userId})
  return members.map((member) => ({
    ...grant,
    actor: 'user',
    actorId: asText(member.user_id) ?? '',
    groupId: grant.actorId,
  }))
}

function withProjects(keystone: Keystone, assignment: Assignment): Assignment[] {
  const {inherited, target, targetId} = assignment
  if (!inherited || target === 'system') return [assignment]
  return subtreeOf(keystone, targetId).map((project) => ({
    ...assignment,
    target: 'project',
    targetId: String(project.id),
    source: {target, id: targetId},
  }))
}

function withImpliedRoles({records}: Keystone, assignments: readonly Assignment[]): Assignment[] {
  const all = [...assignments]
  const known = new Set<string>()
  // The list grows during iteration until no new roles are implied.
  for (const assignment of all) {
    const key = JSON.stringify(assignment)
    if (known.has(key)) continue
    known.add(key)
    for (const {implied_role_id} of records.implications.find({prior_role_id: assignment.roleId})) {
      const implied = {...assignment, roleId: String(implied_role_id), priorRoleId: assignment.roleId}
      if (!known.has(JSON.stringify(implied))) all.push(implied)
    }
  }
  return all
}
