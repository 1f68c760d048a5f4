import {asArray, type JsonObject} from '@osc-cli/core'
import type {Call, Routes} from '@osc-cli/core/sandbox'
import {checkMayManageTrusts} from '#sandbox/delegated'
import {missing} from '#sandbox/failures'
import {baseUrl, idOf, type Keystone, present} from '#sandbox/keystone'
import {linked, listed} from '#sandbox/links'
import {enforce} from '#sandbox/policy'
import {liveTrust} from '#sandbox/token'
import {newTrust} from '#sandbox/trust-creation'

const PATH = '/OS-TRUST/trusts'

/** Roles that one user delegates to another in a project. */
export function trustRoutes(keystone: Keystone): Routes {
  const {trusts, roles} = keystone.records
  const found = (call: Call, action: string): JsonObject => {
    const {id = ''} = call.params
    const trust = liveTrust(keystone, id)
    if (!trust) throw missing('trusts', id)
    const parties = [String(trust.trustor_user_id), String(trust.trustee_user_id)]
    enforce(call, action, {userId: parties[0], userIds: parties})
    checkMayManageTrusts(keystone, call)
    return trust
  }
  const rolesOf = (call: Call, trust: JsonObject): JsonObject[] =>
    present(roles, asArray(trust.role_ids)).map((role) => linked(call, '/roles', role))
  const shown = (call: Call, trust: JsonObject): JsonObject =>
    linked(call, PATH, {
      ...brief(trust),
      roles: rolesOf(call, trust),
      roles_links: {self: `${baseUrl(call)}/${idOf(trust)}/roles`, next: null, previous: null},
    })
  return {
    [`GET /v3${PATH}`]: (call: Call) => {
      const rows = listedTrusts(keystone, call)
      checkMayManageTrusts(keystone, call)
      return listed(call, 'trusts', rows.map(brief), PATH)
    },
    [`POST /v3${PATH}`]: (call: Call) => {
      const trust = newTrust(keystone, call)
      trusts.put(idOf(trust), trust)
      return {status: 201, body: {trust: shown(call, trust)}}
    },
    [`GET /v3${PATH}/:id`]: (call: Call) => ({body: {trust: shown(call, found(call, 'get_trust'))}}),
    [`DELETE /v3${PATH}/:id`]: (call: Call) => {
      deleteWithChildren(keystone, idOf(found(call, 'delete_trust')))
      return {status: 204}
    },
    [`GET /v3${PATH}/:id/roles`]: (call: Call) => {
      const trust = found(call, 'list_roles_for_trust')
      const links = {self: `${baseUrl(call)}/${idOf(trust)}/roles`, next: null, previous: null}
      return {body: {roles: rolesOf(call, trust), links}}
    },
    [`GET /v3${PATH}/:id/roles/:role`]: (call: Call) => {
      const trust = found(call, 'get_role_for_trust')
      const role = rolesOf(call, trust).find(({id}) => id === call.params.role)
      if (!role) throw missing('roles', call.params.role ?? '')
      return {body: {role}}
    },
  }
}

function brief({role_ids: _roles, ...trust}: JsonObject): JsonObject {
  return trust
}

function listedTrusts(keystone: Keystone, call: Call): JsonObject[] {
  const {trusts} = keystone.records
  const [trustor, trustee] = [call.query.get('trustor_user_id'), call.query.get('trustee_user_id')]
  const live = (rows: JsonObject[]) => rows.filter((row) => liveTrust(keystone, idOf(row)))
  if (trustor) {
    enforce(call, 'list_trusts_for_trustor', {userId: trustor})
    return live(trusts.find({trustor_user_id: trustor}))
  }
  if (trustee) {
    enforce(call, 'list_trusts_for_trustee', {userId: trustee})
    return live(trusts.find({trustee_user_id: trustee}))
  }
  enforce(call, 'list_trusts')
  return live(trusts.find())
}

function deleteWithChildren(keystone: Keystone, id: string): void {
  const {trusts} = keystone.records
  for (const child of trusts.find({redelegated_trust_id: id})) deleteWithChildren(keystone, idOf(child))
  trusts.delete(id)
}
