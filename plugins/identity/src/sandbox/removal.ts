import type {JsonObject} from '@osc-cli/core'
import {deleteGrantsOf} from '#sandbox/grant-store'
import {idOf, type Keystone, type RecordName} from '#sandbox/keystone'

/** Removes what belongs to a deleted project or domain; the caller deletes the project itself. */
export function removeProject(keystone: Keystone, project: JsonObject): void {
  const id = idOf(project)
  for (const name of PARTS) deleteAll(keystone, name, {project_id: id})
  deleteGrantsOf(keystone, {target_id: id})
  for (const user of keystone.records.users.find({default_project_id: id})) {
    const {default_project_id: _gone, ...rest} = user
    keystone.records.users.put(idOf(user), rest)
  }
  if (project.is_domain === true) removeDomain(keystone, id)
}

const PARTS: readonly RecordName[] = [
  'application_credentials',
  'credentials',
  'trusts',
  'limits',
  'endpoint_filters',
  'group_filters',
]

function removeDomain(keystone: Keystone, id: string): void {
  const {projects, users, groups, roles} = keystone.records
  for (const project of projects.find({domain_id: id})) {
    removeProject(keystone, project)
    projects.delete(idOf(project))
  }
  for (const user of users.find({domain_id: id})) removeUser(keystone, idOf(user))
  for (const group of groups.find({domain_id: id})) removeGroup(keystone, idOf(group))
  for (const role of roles.find({domain_id: id})) removeRole(keystone, idOf(role))
  for (const name of ['limits', 'domain_configs'] as const) deleteAll(keystone, name, {domain_id: id})
}

/** Removes a user with passwords, memberships, grants, credentials and trusts. */
export function removeUser(keystone: Keystone, id: string): void {
  const {records} = keystone
  for (const name of ['memberships', 'credentials', 'application_credentials', 'access_rules'] as const)
    deleteAll(keystone, name, {user_id: id})
  for (const key of ['trustor_user_id', 'trustee_user_id']) deleteAll(keystone, 'trusts', {[key]: id})
  deleteAll(keystone, 'access_tokens', {authorizing_user_id: id})
  deleteGrantsOf(keystone, {actor: 'user', actor_id: id})
  records.passwords.delete(id)
  records.users.delete(id)
}

export function removeGroup(keystone: Keystone, id: string): void {
  deleteAll(keystone, 'memberships', {group_id: id})
  deleteGrantsOf(keystone, {actor: 'group', actor_id: id})
  keystone.records.groups.delete(id)
}

export function removeRole(keystone: Keystone, id: string): void {
  deleteGrantsOf(keystone, {role_id: id})
  for (const key of ['prior_role_id', 'implied_role_id']) deleteAll(keystone, 'implications', {[key]: id})
  keystone.records.roles.delete(id)
}

export function deleteAll({records}: Keystone, name: RecordName, match: Readonly<Record<string, string>>): void {
  for (const record of records[name].find(match)) records[name].delete(idOf(record))
}
