import {asText, type JsonObject} from '@osc-cli/core'
import {type Call, forbidden, type Handler, notFound, type Routes} from '@osc-cli/core/sandbox'
import {missing, one} from '#sandbox/failures'
import {deleteGrant, type Grant, hasGrant, putGrant} from '#sandbox/grant-store'
import {type Keystone, present} from '#sandbox/keystone'
import {listed} from '#sandbox/links'
import {enforce} from '#sandbox/policy'

type Target = Grant['target']
type Actor = Grant['actor']

/** Role assignments on projects, domains and the system; below OS-INHERIT, on all their child projects. */
export function grantRoutes(keystone: Keystone): Routes {
  const all: Routes[] = []
  for (const actor of ['user', 'group'] as const) {
    all.push(routesFor(keystone, `/v3/system/${actor}s/:actor/roles`, '', {target: 'system', actor, inherited: false}))
    for (const target of ['project', 'domain'] as const) {
      const path = `/v3/${target}s/:target/${actor}s/:actor/roles` as const
      all.push(routesFor(keystone, path, '', {target, actor, inherited: false}))
      const below = path.replace('/v3', '/v3/OS-INHERIT') as `/${string}`
      all.push(routesFor(keystone, below, '/inherited_to_projects', {target, actor, inherited: true}))
    }
  }
  return Object.assign({}, ...all)
}

interface Kind {
  target: Target
  actor: Actor
  inherited: boolean
}

function routesFor(keystone: Keystone, path: `/${string}`, end: string, kind: Kind): Routes {
  const {grants, roles} = keystone.records
  const grantOf = (call: Call, action: string): Grant => {
    const grant = grantIn(call, kind)
    checkCaller(keystone, call, action, grant)
    return grant
  }
  const check: Handler = (call) => {
    const grant = grantOf(call, 'check')
    if (!hasGrant(keystone, grant)) throw absent(grant)
    return {status: 204}
  }
  return {
    [`GET ${path}${end}`]: (call: Call) => {
      const grant = grantOf(call, 'list')
      const {actorId, targetId} = grant
      const {actor, target, inherited} = kind
      const rows = grants.find({actor, actor_id: actorId, target, target_id: targetId, inherited})
      const ids = rows.map(({role_id}) => role_id)
      return listed(call, 'roles', present(roles, ids))
    },
    [`GET ${path}/:role${end}`]: check,
    [`PUT ${path}/:role${end}`]: (call: Call) => {
      const grant = grantOf(call, 'create')
      checkDomainRole(keystone, grant)
      putGrant(keystone, grant)
      return {status: 204}
    },
    [`DELETE ${path}/:role${end}`]: (call: Call) => {
      const grant = grantOf(call, 'revoke')
      if (!deleteGrant(keystone, grant)) throw absent(grant)
      return {status: 204}
    },
  }
}

const grantIn = ({params}: Call, kind: Kind): Grant => ({
  ...kind,
  actorId: params.actor ?? '',
  targetId: params.target ?? 'system',
  roleId: params.role ?? '',
})

/** All parts must exist, and the caller must be admin, or admin of the one domain that they all belong to. */
function checkCaller(keystone: Keystone, call: Call, verb: string, grant: Grant): void {
  const {actor, actorId, target, targetId, roleId} = grant
  const {records} = keystone
  const role = roleId === '' ? undefined : one(keystone, 'roles', roleId)
  const who = actor === 'user' ? records.users.get(actorId) : records.groups.get(actorId)
  // Grants that a deleted user left behind can be removed.
  if (!who && verb !== 'revoke') throw missing(`${actor}s`, actorId)
  const place = target === 'system' ? undefined : records.projects.get(targetId)
  const isThere = target === 'system' || (target === 'domain' ? place?.is_domain === true : place !== undefined)
  if (!isThere) throw missing(`${target}s`, targetId)
  const domains = new Set([who?.domain_id, target === 'domain' ? targetId : place?.domain_id])
  if (role && role.domain_id !== null) domains.add(role.domain_id)
  const domainId = domains.size === 1 ? asText([...domains][0]) : undefined
  const action = target === 'system' ? systemAction(verb, actor) : verb === 'list' ? 'list_grants' : `${verb}_grant`
  enforce(call, action, {domainId})
}

const systemAction = (verb: string, actor: Actor): string =>
  verb === 'list' ? `list_system_grants_for_${actor}` : `${verb}_system_grant_for_${actor}`

function checkDomainRole({records}: Keystone, {roleId, target, targetId}: Grant): void {
  const role: JsonObject | undefined = records.roles.get(roleId)
  const domain = target === 'domain' ? targetId : asText(records.projects.get(targetId)?.domain_id)
  if (!role || role.domain_id === null || role.domain_id === domain) return
  throw forbidden(`Project ${targetId} must be in the same domain as the role ${roleId} being assigned.`)
}

const absent = ({roleId, actorId, targetId}: Grant) =>
  notFound(
    `Could not find role assignment with role: ${roleId}, user or group: ${actorId}, project, domain, or system: ${targetId}.`,
  )
