import {asArray, asText, type JsonObject} from '@osc-cli/core'
import type {Caller} from '@osc-cli/core/sandbox'
import {effectiveRoles, withImplied} from '#sandbox/effective-roles'
import {idOf, type Keystone} from '#sandbox/keystone'
import {decodeTicket, type Ticket} from '#sandbox/token-code'

/** A valid token with the records it refers to. */
export interface Token extends Ticket {
  text: string
  /** The acting user: the trustor if a trust impersonates. */
  user: JsonObject
  userDomain: JsonObject
  roles: JsonObject[]
  project?: JsonObject
  /** The domain of the scope: that of the project, or the domain itself. */
  domain?: JsonObject
  trust?: JsonObject
  credential?: JsonObject
  accessToken?: JsonObject
}

/** The token of a text; undefined if it is invalid, expired or revoked, or if what it is based on no longer exists. */
export function readToken(keystone: Keystone, text: string): Token | undefined {
  const ticket = decodeTicket(keystone, text)
  if (!ticket || ticket.expiresAt <= keystone.cloud.now().getTime()) return undefined
  if (keystone.records.revocations.get(`audit:${ticket.auditIds[0]}`)) return undefined
  return resolveTicket(keystone, ticket, text)
}

/** Undefined if the user, the scope or the origin of the roles was deleted, disabled or changed. */
export function resolveTicket(keystone: Keystone, ticket: Ticket, text: string): Token | undefined {
  const {records} = keystone
  const {scope, trustId, credentialId, accessTokenId} = ticket
  const trust = trustId === undefined ? undefined : standingTrust(keystone, trustId)
  const credential = credentialId === undefined ? undefined : records.application_credentials.get(credentialId)
  const accessToken = accessTokenId === undefined ? undefined : records.access_tokens.get(accessTokenId)
  const isGone =
    (trustId !== undefined && !trust) ||
    (credentialId !== undefined && !credential) ||
    (accessTokenId !== undefined && !accessToken)
  if (isGone || !isLiveUser(keystone, ticket.userId, ticket.issuedAt)) return undefined

  const user = records.users.get(trust?.impersonation === true ? String(trust.trustor_user_id) : ticket.userId)
  const place = 'id' in scope ? records.projects.get(scope.id) : undefined
  if (!user || ('id' in scope && !isLivePlace(keystone, place, ticket.issuedAt))) return undefined
  const domain = place?.is_domain === true && scope.kind === 'domain' ? place : domainOf(keystone, place)
  const roles = rolesOf(keystone, ticket, {trust, credential, accessToken})
  if (scope.kind !== 'none' && roles.length === 0) return undefined
  return {
    ...ticket,
    text,
    user,
    userDomain: records.projects.get(String(user.domain_id)) ?? {},
    roles,
    ...(scope.kind === 'project' && place && {project: place}),
    ...(domain && {domain}),
    ...(trust && {trust}),
    ...(credential && {credential}),
    ...(accessToken && {accessToken}),
  }
}

/** The domain of a project, or the project itself if it is a domain. */
function domainOf({records}: Keystone, project: JsonObject | undefined): JsonObject | undefined {
  return project && records.projects.get(asText(project.domain_id) ?? idOf(project))
}

/** A trust that can issue another token. */
export function liveTrust(keystone: Keystone, id: string): JsonObject | undefined {
  const trust = standingTrust(keystone, id)
  return asText(trust?.remaining_uses) === '0' ? undefined : trust
}

/** A trust whose tokens are valid, including one without remaining uses. */
function standingTrust({cloud, records}: Keystone, id: string): JsonObject | undefined {
  const trust = records.trusts.get(id)
  const expires = asText(trust?.expires_at)
  return expires === undefined || Date.parse(expires) > cloud.now().getTime() ? trust : undefined
}

/** Enabled, in an enabled domain, and without an event that invalidates the token. */
export function isLiveUser(keystone: Keystone, userId: string, issuedAt = Number.POSITIVE_INFINITY): boolean {
  const {users, projects} = keystone.records
  const user = users.get(userId)
  if (!user || user.enabled === false || issuedAt < revokedBefore(keystone, `user:${userId}`)) return false
  return isLivePlace(keystone, projects.get(String(user.domain_id)), issuedAt)
}

export function isLivePlace(
  keystone: Keystone,
  place: JsonObject | undefined,
  issuedAt = Number.POSITIVE_INFINITY,
): boolean {
  if (!place || place.enabled === false || issuedAt < revokedBefore(keystone, `project:${idOf(place)}`)) return false
  const domain = asText(place.domain_id)
  return domain === undefined || isLivePlace(keystone, keystone.records.projects.get(domain), issuedAt)
}

const revokedBefore = ({records}: Keystone, key: string): number => Number(records.revocations.get(key)?.before ?? 0)

/** Invalidates the tokens that the user or project has now. */
export function revokeAllOf({cloud, records}: Keystone, kind: 'user' | 'project', id: string): void {
  const key = `${kind}:${id}`
  records.revocations.put(key, {id: key, before: cloud.now().getTime()})
}

/** A revoked token is stored until its expiration time. */
export function revokeToken({records}: Keystone, {auditIds, expiresAt}: Token): void {
  const id = `audit:${auditIds[0]}`
  records.revocations.put(id, {id, expires_at: expiresAt})
}

export function forgetRevocations({records, cloud}: Keystone): void {
  const now = cloud.now().getTime()
  for (const {id, expires_at} of records.revocations.find())
    if (typeof expires_at === 'number' && expires_at <= now) records.revocations.delete(String(id))
}

interface Grounds {
  trust: JsonObject | undefined
  credential: JsonObject | undefined
  accessToken: JsonObject | undefined
}

/** The delegated roles that the delegating user still has. */
function rolesOf(keystone: Keystone, {userId, scope}: Ticket, {trust, credential, accessToken}: Grounds): JsonObject[] {
  const giver = trust ? String(trust.trustor_user_id) : userId
  const had = effectiveRoles(keystone, giver, scope)
  const given = trust ?? credential ?? accessToken
  if (!given) return had
  const ids = asArray(given.role_ids).map(String)
  // Includes implied roles. A trust is not valid if the trustor no longer has its roles.
  const all = trust ? withImplied(keystone, ids) : ids
  const left = had.filter((role) => all.includes(idOf(role)))
  return trust && left.length < all.length ? [] : left
}

export function callerOf({text, user, scope, project, domain, trustId, roles}: Token): Caller {
  return {
    token: text,
    userId: idOf(user),
    userName: String(user.name),
    userDomainId: String(user.domain_id),
    projectId: project && idOf(project),
    projectName: asText(project?.name),
    domainId: scope.kind === 'domain' && domain ? idOf(domain) : undefined,
    system: scope.kind === 'system',
    trustId,
    roles: roles.map((role) => String(role.name)),
  }
}
