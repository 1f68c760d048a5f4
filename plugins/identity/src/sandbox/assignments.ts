import type {JsonObject} from '@osc-cli/core'
import {badRequest, type Call, type Routes} from '@osc-cli/core/sandbox'
import {assignmentView} from '#sandbox/assignment-view'
import {type Assignment, directAssignments, type Wanted} from '#sandbox/direct-assignments'
import {effectiveAssignments} from '#sandbox/effective-assignments'
import {one} from '#sandbox/failures'
import {isOn} from '#sandbox/filters'
import type {Keystone} from '#sandbox/keystone'
import {listLinks} from '#sandbox/links'
import {enforce} from '#sandbox/policy'
import {subtreeOf} from '#sandbox/project-tree'

/** Role assignments, as granted or effective. */
export const assignmentRoutes = (keystone: Keystone): Routes => ({
  'GET /v3/role_assignments': (call) => {
    const withSubtree = isOn(call, 'include_subtree')
    checkCaller(keystone, call, withSubtree)
    const wanted = wantedOf(keystone, call, withSubtree)
    const isEffective = isOn(call, 'effective')
    checkCombination(wanted, isEffective)
    const all = isEffective ? effectiveAssignments(keystone, wanted) : directAssignments(keystone, wanted)
    const rows = all
      .filter((assignment) => isVisible(keystone, call, assignment))
      .map((assignment): JsonObject => assignmentView(keystone, call, assignment, isOn(call, 'include_names')))
    return {body: {role_assignments: rows, links: listLinks(call)}}
  },
})

function checkCaller(keystone: Keystone, call: Call, withSubtree: boolean): void {
  if (!withSubtree) {
    enforce(call, 'list_role_assignments', {domainId: call.caller.domainId})
    return
  }
  const id = call.query.get('scope.project.id')
  const project = id ? one(keystone, 'projects', id) : undefined
  enforce(call, 'list_role_assignments_for_tree', {domainId: project && String(project.domain_id)})
  if (!project) throw badRequest('scope.project.id must be specified if include_subtree is also specified')
}

function wantedOf(keystone: Keystone, {query}: Call, withSubtree: boolean): Wanted {
  const of = (name: string) => query.get(name) || undefined
  const project = of('scope.project.id')
  const inherited = query.get('scope.OS-INHERIT:inherited_to')
  const below = project !== undefined && withSubtree ? subtreeOf(keystone, project).map(({id}) => String(id)) : []
  return {
    roleId: of('role.id'),
    userId: of('user.id'),
    groupId: of('group.id'),
    isSystem: of('scope.system') === 'all',
    domainId: of('scope.domain.id'),
    projectIds: project === undefined ? undefined : [project, ...below],
    inherited: inherited === null ? undefined : inherited === 'projects',
  }
}

function checkCombination(
  {userId, groupId, isSystem, domainId, projectIds, inherited}: Wanted,
  isEffective: boolean,
): void {
  if (domainId !== undefined && projectIds) throw badRequest('Specify a domain or project, not both')
  if (domainId !== undefined && isSystem) throw badRequest('Specify system or domain, not both')
  if (projectIds && isSystem) throw badRequest('Specify system or project, not both')
  if (userId !== undefined && groupId !== undefined) throw badRequest('Specify a user or group, not both')
  if (isEffective && groupId !== undefined)
    throw badRequest('Combining effective and group filter will always result in an empty list.')
  if (isEffective && inherited === true && domainId !== undefined)
    throw badRequest('Combining effective, domain and inherited filters will always result in an empty list.')
}

/** A caller with a domain scope sees the content of the domain. */
function isVisible({records}: Keystone, {caller}: Call, {target, targetId}: Assignment): boolean {
  if (caller.domainId === undefined) return true
  if (target === 'domain') return targetId === caller.domainId
  return target === 'project' && records.projects.get(targetId)?.domain_id === caller.domainId
}
