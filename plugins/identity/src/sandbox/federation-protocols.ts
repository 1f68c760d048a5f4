import {asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, notFound, type Routes} from '@osc-cli/core/sandbox'
import {duplicate, one} from '#sandbox/failures'
import {filtered} from '#sandbox/filters'
import {PROVIDERS} from '#sandbox/identity-providers'
import {baseUrl, type Keystone} from '#sandbox/keystone'
import {listLinks} from '#sandbox/links'
import {enforce} from '#sandbox/policy'
import {checkBody, nullable, type Schema} from '#sandbox/schema'

/** The protocols of identity providers and their mappings. */
export function federationProtocolRoutes(keystone: Keystone): Routes {
  const {protocols} = keystone.records
  const path = `/v3${PROVIDERS}/:idp/protocols`
  const schema: Schema = {
    mapping_id: {type: 'string', least: 1, most: 64},
    remote_id_attribute: nullable({type: 'string'}),
  }
  // The same links as Keystone's, which do not resolve there either.
  const linksOf = (call: Call, {id, idp_id}: JsonObject) => ({
    identity_provider: `${baseUrl(call)}/${idp_id}`,
    self: `${baseUrl(call)}/protocols/${id}`,
  })
  const shown = (call: Call, row: JsonObject): JsonObject => ({
    protocol: {id: row.id, mapping_id: row.mapping_id, links: linksOf(call, row)},
  })
  const found = (call: Call, action: string): {key: string; row: JsonObject} => {
    enforce(call, action)
    const {idp = '', id = ''} = call.params
    const key = `${idp}/${id}`
    const row = protocols.get(key)
    if (!row) throw notFound(`Could not find federated protocol ${id} for Identity Provider: ${idp}.`)
    return {key, row}
  }
  const checked = (row: JsonObject): JsonObject => {
    const mapping = asText(row.mapping_id) ?? ''
    if (!keystone.records.mappings.get(mapping)) throw badRequest(`Invalid mapping id: ${mapping}`)
    return row
  }
  return {
    [`GET ${path}`]: (call: Call) => {
      enforce(call, 'list_protocols')
      const {idp = ''} = call.params
      one(keystone, 'identity_providers', idp)
      const rows = filtered(call, protocols.find({idp_id: idp}), ['id'])
      return {body: {protocols: rows.map((row) => ({...row, links: linksOf(call, row)})), links: listLinks(call)}}
    },
    [`GET ${path}/:id`]: (call: Call) => ({body: shown(call, found(call, 'get_protocol').row)}),
    [`PUT ${path}/:id`]: (call: Call) => {
      enforce(call, 'create_protocol')
      const {idp = '', id = ''} = call.params
      const body = checkBody(
        call.body.protocol ?? {},
        {...schema, mapping_id: {type: 'string', required: true}},
        true,
        true,
      )
      one(keystone, 'identity_providers', idp)
      if (protocols.get(`${idp}/${id}`)) throw duplicate('federation_protocol', `Duplicate entry found with ID ${id}`)
      const row = checked({id, idp_id: idp, remote_id_attribute: null, ...body})
      protocols.put(`${idp}/${id}`, row)
      return {status: 201, body: shown(call, row)}
    },
    [`PATCH ${path}/:id`]: (call: Call) => {
      const {key, row} = found(call, 'update_protocol')
      const changed = checked({...row, ...checkBody(call.body.protocol ?? {}, schema, false, true)})
      protocols.put(key, changed)
      return {body: shown(call, changed)}
    },
    [`DELETE ${path}/:id`]: (call: Call) => {
      protocols.delete(found(call, 'delete_protocol').key)
      return {status: 204}
    },
  }
}
