import {asText, type JsonObject} from '@osc-cli/core'
import {type Call, forbidden, type Handler, notFound, type Routes} from '@osc-cli/core/sandbox'
import {collection} from '#sandbox/collection'
import {duplicate, missing, one} from '#sandbox/failures'
import {baseUrl, idOf, type Keystone, present} from '#sandbox/keystone'
import {linked} from '#sandbox/links'
import {checkDeletable, checkMutable, IMMUTABLE, mergeOptions} from '#sandbox/options'
import {enforce} from '#sandbox/policy'
import {removeRole} from '#sandbox/removal'
import {DESCRIPTION, ID, NAME, nullable, required} from '#sandbox/schema'

export function roleRoutes(keystone: Keystone): Routes {
  const roles = collection(keystone, {
    name: 'roles',
    member: 'role',
    schema: {name: required(NAME), description: DESCRIPTION, domain_id: nullable(ID), options: IMMUTABLE},
    filters: ['name', 'domain_id'],
    // Without a domain, the global roles.
    isListed: (role, {query}) => query.has('domain_id') || role.domain_id === null,
    create(body) {
      const domain = asText(body.domain_id) ?? null
      if (domain !== null && keystone.records.projects.get(domain)?.is_domain !== true) throw missing('domains', domain)
      const role = {description: null, ...body, domain_id: domain, options: mergeOptions({}, body.options)}
      checkName(keystone, role)
      return role
    },
    update(role, changes) {
      checkMutable('role', role, changes)
      const changed = {...role, ...changes, options: mergeOptions(role.options, changes.options)}
      checkName(keystone, changed)
      return changed
    },
    beforeDelete(role) {
      checkDeletable('role', role)
      removeRole(keystone, idOf(role))
    },
  })
  return {...roles, ...implicationRoutes(keystone)}
}

function checkName({records}: Keystone, role: JsonObject): void {
  const same = records.roles.find({name: asText(role.name), domain_id: asText(role.domain_id) ?? null})
  if (same.some((other) => other.id !== role.id))
    throw duplicate('role', `Duplicate entry found with name ${role.name}`)
}

function implicationRoutes(keystone: Keystone): Routes {
  const {implications, roles} = keystone.records
  const brief = (call: Call, role: JsonObject): JsonObject => linked(call, '/roles', {id: role.id, name: role.name})
  const impliedBy = (id: string) =>
    present(
      roles,
      implications.find({prior_role_id: id}).map((row) => row.implied_role_id),
    )
  const pair = (call: Call, action: string) => {
    enforce(call, action)
    const {id = '', implied = ''} = call.params
    return {prior: one(keystone, 'roles', id), implied: one(keystone, 'roles', implied), key: `${id}/${implied}`}
  }
  const rule = (call: Call, prior: JsonObject, implied: JsonObject): JsonObject => ({
    role_inference: {prior_role: brief(call, prior), implies: brief(call, implied)},
    links: {self: `${baseUrl(call)}/roles/${idOf(prior)}/implies/${idOf(implied)}`},
  })
  const show: Handler = (call) => {
    const {prior, implied, key} = pair(call, 'get_implied_role')
    if (!implications.get(key)) throw notFound(`${idOf(prior)} does not imply ${idOf(implied)}.`)
    return call.method === 'HEAD' ? {status: 204} : {body: rule(call, prior, implied)}
  }
  return {
    'GET /v3/roles/:id/implies': (call) => {
      enforce(call, 'list_implied_roles')
      const prior = one(keystone, 'roles', call.params.id ?? '')
      const implies = impliedBy(idOf(prior)).map((role) => brief(call, role))
      const links = {self: `${baseUrl(call)}/roles/${idOf(prior)}/implies`}
      return {body: {role_inference: {prior_role: brief(call, prior), implies}, links}}
    },
    'GET /v3/roles/:id/implies/:implied': show,
    'PUT /v3/roles/:id/implies/:implied': (call) => {
      const {prior, implied, key} = pair(call, 'create_implied_role')
      checkImplication(prior, implied)
      implications.put(key, {id: key, prior_role_id: idOf(prior), implied_role_id: idOf(implied)})
      return {status: 201, body: rule(call, prior, implied)}
    },
    'DELETE /v3/roles/:id/implies/:implied': (call) => {
      const {prior, implied, key} = pair(call, 'delete_implied_role')
      if (!implications.delete(key)) throw notFound(`${idOf(prior)} does not imply ${idOf(implied)}.`)
      return {status: 204}
    },
    'GET /v3/role_inferences': (call) => {
      enforce(call, 'list_role_inference_rules')
      const rules = roles.find().map((role) => ({
        prior_role: brief(call, role),
        implies: impliedBy(idOf(role)).map((implied) => brief(call, implied)),
      }))
      return {body: {role_inferences: rules.filter(({implies}) => implies.length > 0)}}
    },
  }
}

function checkImplication(prior: JsonObject, implied: JsonObject): void {
  if (implied.name === 'admin' || (prior.domain_id === null && implied.domain_id !== null))
    throw forbidden(`${idOf(implied)} cannot be an implied roles.`)
}
