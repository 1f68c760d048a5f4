import {idOf, type Keystone} from '#sandbox/keystone'

/** A role of a user or group on a target; the ID of the system is `system`. */
export interface Grant {
  actor: 'user' | 'group'
  actorId: string
  target: 'project' | 'domain' | 'system'
  targetId: string
  roleId: string
  /** Applies to the projects below the target instead. */
  inherited: boolean
}

const keyOf = ({actor, actorId, target, targetId, roleId, inherited}: Grant): string =>
  [actor, actorId, target, targetId, roleId, inherited ? 'inherited' : 'own'].join('/')

export function putGrant({records}: Keystone, grant: Grant): void {
  const id = keyOf(grant)
  const {actor, actorId, target, targetId, roleId, inherited} = grant
  records.grants.put(id, {id, actor, actor_id: actorId, target, target_id: targetId, role_id: roleId, inherited})
}

export const hasGrant = ({records}: Keystone, grant: Grant): boolean => records.grants.get(keyOf(grant)) !== undefined

export const deleteGrant = ({records}: Keystone, grant: Grant): boolean => records.grants.delete(keyOf(grant))

/** Removes all grants of a deleted user, group, project, domain or role. */
export function deleteGrantsOf({records}: Keystone, match: Readonly<Record<string, string>>): void {
  for (const grant of records.grants.find(match)) records.grants.delete(idOf(grant))
}
