import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, forbidden} from '@osc-cli/core/sandbox'
import {checkMayManageTrusts} from '#sandbox/delegated'
import {effectiveRoles} from '#sandbox/effective-roles'
import {expiryOf} from '#sandbox/expiry'
import {forbiddenAction, missing, one} from '#sandbox/failures'
import {idOf, type Keystone} from '#sandbox/keystone'
import {enforce} from '#sandbox/policy'
import {checkBody, FLAG, ID, NAME, nullable, type Property, required, type Schema} from '#sandbox/schema'
import type {Token} from '#sandbox/token'

const USER: Property = {type: 'string', least: 1, most: 64, required: true}

const SCHEMA: Schema = {
  trustor_user_id: USER,
  trustee_user_id: USER,
  impersonation: required(FLAG),
  project_id: nullable(ID),
  remaining_uses: {type: 'integer', nullable: true, least: 1},
  expires_at: {type: 'string', nullable: true},
  allow_redelegation: nullable(FLAG),
  redelegation_count: {type: 'integer', nullable: true, least: 0},
  roles: {type: 'array', items: {type: 'object', closed: true, properties: {id: ID, name: NAME}}},
}

const DEPTH = 3

/** The trust requested by a body, if the caller can delegate what it contains. */
export function newTrust(keystone: Keystone, call: Call): JsonObject {
  const sent = asObject(call.body.trust)
  enforce(call, 'create_trust', {userId: asText(sent.trustor_user_id)})
  const body = checkBody(call.body.trust ?? {}, SCHEMA)
  const token = checkMayManageTrusts(keystone, call)
  const project = asText(body.project_id) ?? null
  if (project !== null && asArray(body.roles).length === 0)
    throw forbiddenAction('At least one role should be specified')
  one(keystone, 'users', String(body.trustee_user_id))
  if (project !== null) one(keystone, 'projects', project)
  const trust: JsonObject = {
    id: keystone.cloud.newId(),
    trustor_user_id: body.trustor_user_id,
    trustee_user_id: body.trustee_user_id,
    project_id: project,
    impersonation: body.impersonation,
    expires_at: expiryOf(keystone, body.expires_at) ?? null,
    remaining_uses: body.remaining_uses ?? null,
    deleted_at: null,
    redelegated_trust_id: token.trust ? idOf(token.trust) : null,
    redelegation_count: redelegations(body, token.trust),
    role_ids: roleIds(keystone, asArray(body.roles), project, token),
  }
  if (token.trust) checkRedelegation(trust, token.trust)
  return trust
}

/** How often a trust can be redelegated. */
function redelegations(body: JsonObject, from: JsonObject | undefined): number {
  const requested =
    body.redelegation_count === undefined || body.redelegation_count === null
      ? undefined
      : Number(body.redelegation_count)
  if (body.allow_redelegation !== true || requested === 0) return 0
  if (requested !== undefined && requested > DEPTH)
    throw forbidden(`Requested redelegation depth of ${requested} is greater than allowed ${DEPTH}`)
  if (asText(body.remaining_uses) !== undefined)
    throw badRequest('remaining_uses must not be set if redelegation is allowed')
  const left = from && Number(from.redelegation_count) - 1
  if (left !== undefined && requested !== undefined && requested !== left)
    throw forbidden('You are not authorized to perform the requested action.')
  return left ?? requested ?? DEPTH
}

function roleIds(keystone: Keystone, roles: readonly Json[], project: string | null, token: Token): string[] {
  const giver = token.trust ? String(token.trust.trustor_user_id) : token.userId
  const own = project === null ? [] : effectiveRoles(keystone, giver, {kind: 'project', id: project}).map(idOf)
  return roles.map(asObject).map(({id, name}) => {
    const known = asText(id) ?? asText(keystone.records.roles.find({name: asText(name), domain_id: null})[0]?.id)
    if (known === undefined || !own.includes(known)) throw missing('roles', known ?? asText(name) ?? '')
    return known
  })
}

/** A redelegated trust cannot contain more than the original one. */
function checkRedelegation(trust: JsonObject, from: JsonObject): void {
  const given = asArray(from.role_ids)
  const isLater = (a: Json | undefined, b: Json | undefined) =>
    typeof b === 'string' && (typeof a !== 'string' || Date.parse(a) > Date.parse(b))
  const isRefused =
    Number(from.redelegation_count) <= 0 ||
    asText(trust.remaining_uses) !== undefined ||
    asArray(trust.role_ids).some((id) => !given.includes(id)) ||
    (typeof trust.expires_at === 'string' && isLater(trust.expires_at, from.expires_at)) ||
    (trust.impersonation === true && from.impersonation !== true)
  if (isRefused) throw forbidden('You are not authorized to perform the requested action.')
  trust.expires_at ??= from.expires_at ?? null
}
