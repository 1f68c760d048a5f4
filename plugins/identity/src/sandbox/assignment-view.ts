import type {JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'
import type {Assignment} from '#sandbox/direct-assignments'
import {baseUrl, type Keystone} from '#sandbox/keystone'

/** A listed assignment: actor, scope, role and links to its origin. */
export function assignmentView(keystone: Keystone, call: Call, assignment: Assignment, withNames: boolean): JsonObject {
  const {actor, actorId, roleId} = assignment
  const {records} = keystone
  const named = (record: JsonObject | undefined, id: string): JsonObject =>
    withNames ? {id, name: record?.name ?? '', ...domainOf(keystone, record)} : {id}
  const who = actor === 'user' ? records.users.get(actorId) : records.groups.get(actorId)
  return {
    links: linksOf(baseUrl(call), assignment),
    scope: scopeOf(assignment, named(records.projects.get(assignment.targetId), assignment.targetId)),
    [actor]: named(who, actorId),
    role: named(records.roles.get(roleId), roleId),
  }
}

/** Domains and global roles do not have a domain. */
function domainOf({records}: Keystone, record: JsonObject | undefined): JsonObject {
  if (record && record.domain_id === null) return {}
  const domain = records.projects.get(String(record?.domain_id))
  return {domain: {id: domain?.id ?? '', name: domain?.name ?? ''}}
}

function scopeOf({target, inherited}: Assignment, place: JsonObject): JsonObject {
  if (target === 'system') return {system: {all: true}}
  return {[target]: place, ...(inherited && {'OS-INHERIT:inherited_to': 'projects'})}
}

function linksOf(base: string, assignment: Assignment): JsonObject {
  const {actor, actorId, target, targetId, roleId, inherited, groupId, source, priorRoleId} = assignment
  const place = target === 'system' ? '/system' : `/${source?.target ?? target}s/${source?.id ?? targetId}`
  const who = groupId === undefined ? `/${actor}s/${actorId}` : `/groups/${groupId}`
  const grant = `${place}${who}/roles/${priorRoleId ?? roleId}`
  return {
    ...(groupId !== undefined && {membership: `${base}/groups/${groupId}/users/${actorId}`}),
    assignment: base + (inherited ? `/OS-INHERIT${grant}/inherited_to_projects` : grant),
    // Keystone has these two in the wrong order.
    ...(priorRoleId !== undefined && {prior_role: `${base}/prior_role/${roleId}/implies/${priorRoleId}`}),
  }
}
