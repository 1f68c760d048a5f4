import {asText} from '@osc-cli/core'
import type {Grant} from '#sandbox/grant-store'
import type {Keystone} from '#sandbox/keystone'

/** Filters of a list of assignments. */
export interface Wanted {
  roleId: string | undefined
  userId: string | undefined
  groupId: string | undefined
  isSystem: boolean
  domainId: string | undefined
  projectIds: readonly string[] | undefined
  inherited: boolean | undefined
}

/** A grant, or an assignment that results from one. */
export interface Assignment extends Grant {
  /** The group that gives it to the user. */
  groupId?: string
  /** The project or domain from which a project inherits it. */
  source?: {target: 'project' | 'domain'; id: string}
  /** The role that implies this one. */
  priorRoleId?: string
}

/** The grants, those on the system last. */
export function directAssignments(keystone: Keystone, wanted: Wanted): Assignment[] {
  const all = allGrants(keystone).filter((grant) => fits(grant, wanted))
  const places = all.filter(({target}) => target !== 'system')
  return [...places, ...all.filter(({target}) => target === 'system')]
}

export function allGrants({records}: Keystone): Grant[] {
  return records.grants.find().map((row) => ({
    actor: row.actor === 'group' ? 'group' : 'user',
    actorId: asText(row.actor_id) ?? '',
    target: row.target === 'system' ? 'system' : row.target === 'domain' ? 'domain' : 'project',
    targetId: asText(row.target_id) ?? '',
    roleId: asText(row.role_id) ?? '',
    inherited: row.inherited === true,
  }))
}

function fits(grant: Grant, {roleId, userId, groupId, isSystem, domainId, projectIds, inherited}: Wanted): boolean {
  const {actor, actorId, target, targetId} = grant
  if (roleId !== undefined && grant.roleId !== roleId) return false
  if (userId !== undefined && (actor !== 'user' || actorId !== userId)) return false
  if (groupId !== undefined && (actor !== 'group' || actorId !== groupId)) return false
  if (isSystem && target !== 'system') return false
  if (domainId !== undefined && (target !== 'domain' || targetId !== domainId)) return false
  if (projectIds && (target !== 'project' || !projectIds.includes(targetId))) return false
  // Keystone does not check this for grants on the system.
  return inherited === undefined || target === 'system' || grant.inherited === inherited
}
