import {asObject, asText, type Columns, defineResource, isObject, type Row} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3/#list-role-assignments
export const RoleAssignment = defineResource({
  noun: 'role assignment',
  service: 'identity',
  path: '/role_assignments',
  member: 'role_assignment',
  collection: 'role_assignments',
})

/** An actor or target as `openstack` prints it: the ID, or `name@domain` with --names. */
const named = (part: unknown): string => {
  if (!isObject(part)) return ''
  if (part.name === undefined) return asText(part.id) ?? ''
  const domain = asText(asObject(part.domain).name)
  return domain === undefined ? (asText(part.name) ?? '') : `${asText(part.name)}@${domain}`
}

/** Roles and domains are printed without their domain. */
const alone = (part: unknown): string => (isObject(part) ? (asText(part.name) ?? asText(part.id) ?? '') : '')

const scopeOf = (row: Row) => asObject(row.scope)

export const roleAssignmentColumns: Columns = {
  Role: (row) => alone(row.role),
  User: (row) => named(row.user),
  Group: (row) => (row.user === undefined ? named(row.group) : ''),
  Project: (row) => named(scopeOf(row).project),
  Domain: (row) => (scopeOf(row).project === undefined ? alone(scopeOf(row).domain) : ''),
  System: (row) => (scopeOf(row).system === undefined ? '' : 'all'),
  Inherited: (row) => scopeOf(row)['OS-INHERIT:inherited_to'] === 'projects',
}
