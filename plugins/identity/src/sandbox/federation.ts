import {asArray, asText, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, forbidden, notFound, type Routes} from '@osc-cli/core/sandbox'
import {collection} from '#sandbox/collection'
import {duplicate, missing, one} from '#sandbox/failures'
import {filtered} from '#sandbox/filters'
import {baseUrl, idOf, type Keystone} from '#sandbox/keystone'
import {listLinks} from '#sandbox/links'
import {enforce} from '#sandbox/policy'
import {deleteAll} from '#sandbox/removal'
import {
  checkBody,
  checkValue,
  DESCRIPTION,
  FLAG,
  nullable,
  type Property,
  required,
  type Schema,
  URL_TEXT,
} from '#sandbox/schema'

const PROVIDERS = '/OS-FEDERATION/identity_providers'
const TEXT: Property = {type: 'string', nullable: true}

/** Who else may vouch for users, how what they say is read, and clouds that trust this one. */
export const federationRoutes = (keystone: Keystone): Routes => ({
  ...providerRoutes(keystone),
  ...protocolRoutes(keystone),
  ...mappingRoutes(keystone),
  ...serviceProviderRoutes(keystone),
})

function providerRoutes(keystone: Keystone): Routes {
  const {identity_providers: providers} = keystone.records
  const schema: Schema = {
    enabled: FLAG,
    description: TEXT,
    remote_ids: {type: 'array', nullable: true, unique: true, items: {type: 'string'}},
    authorization_ttl: {type: 'integer', nullable: true, least: 0},
  }
  return collection(keystone, {
    name: 'identity_providers',
    member: 'identity_provider',
    path: PROVIDERS,
    byPut: true,
    closed: true,
    schema: {...schema, domain_id: TEXT},
    updateSchema: schema,
    filters: ['id', 'enabled'],
    view: (provider, call) => ({
      ...provider,
      links: {protocols: `${baseUrl(call)}${PROVIDERS}/${idOf(provider)}/protocols`},
    }),
    create(body, call) {
      const {id = ''} = call.params
      if (providers.get(id)) throw duplicate('identity_provider', `Duplicate entry: ${id}`)
      const provider = {enabled: false, description: null, authorization_ttl: null, remote_ids: [], ...body}
      checkRemoteIds(keystone, {id, ...provider})
      return {...provider, domain_id: domainFor(keystone, id, asText(body.domain_id))}
    },
    update(provider, changes) {
      const changed = {...provider, ...changes}
      checkRemoteIds(keystone, changed)
      return changed
    },
    beforeDelete: (provider) => deleteAll(keystone, 'protocols', {idp_id: idOf(provider)}),
  })
}

function checkRemoteIds({records}: Keystone, provider: JsonObject): void {
  const others = records.identity_providers.find().filter(({id}) => id !== provider.id)
  const taken = new Set(others.flatMap(({remote_ids}) => asArray(remote_ids)))
  const again = asArray(provider.remote_ids).find((id) => taken.has(id))
  if (again !== undefined) throw duplicate('identity_provider', `Duplicate remote ID: ${again}`)
}

/** Users from outside need a domain to live in; one is made where none is named. */
function domainFor({records, cloud}: Keystone, provider: string, named: string | undefined): string {
  if (named !== undefined) {
    if (records.projects.get(named)?.is_domain !== true) throw missing('domains', named)
    return named
  }
  const id = cloud.newId()
  records.projects.put(id, {
    id,
    name: id,
    domain_id: null,
    description: `Auto generated federated domain for Identity Provider: ${provider}`,
    enabled: true,
    parent_id: null,
    is_domain: true,
    tags: [],
    options: {},
  })
  return id
}

function protocolRoutes(keystone: Keystone): Routes {
  const {protocols} = keystone.records
  const path = `/v3${PROVIDERS}/:idp/protocols`
  const schema: Schema = {mapping_id: {type: 'string', least: 1, most: 64}, remote_id_attribute: TEXT}
  // The links are what the real one answers; they lead nowhere there either.
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

const RULE: Schema = {
  local: {type: 'array', required: true},
  remote: {
    type: 'array',
    required: true,
    least: 1,
    items: {type: 'object', properties: {type: {type: 'string', required: true}}},
  },
}

function checkRules(rules: Json | undefined): void {
  checkValue(rules ?? null, {type: 'array', least: 1})
  for (const rule of asArray(rules)) checkBody(rule, RULE)
}

function mappingRoutes(keystone: Keystone): Routes {
  const {mappings, protocols} = keystone.records
  return collection(keystone, {
    name: 'mappings',
    member: 'mapping',
    path: '/OS-FEDERATION/mappings',
    byPut: true,
    schema: {rules: {type: 'array', required: true}, schema_version: {type: 'string'}},
    create(body, call) {
      if (mappings.get(call.params.id ?? '')) throw duplicate('mapping', 'Duplicate entry')
      checkRules(body.rules)
      return {rules: body.rules}
    },
    update(mapping, {rules}) {
      checkRules(rules)
      return {...mapping, rules}
    },
    beforeDelete(mapping) {
      if (protocols.find({mapping_id: idOf(mapping)}).length > 0)
        throw forbidden('You are not authorized to perform the requested action.')
    },
  })
}

function serviceProviderRoutes(keystone: Keystone): Routes {
  const {service_providers: providers} = keystone.records
  return collection(keystone, {
    name: 'service_providers',
    member: 'service_provider',
    path: '/OS-FEDERATION/service_providers',
    byPut: true,
    closed: true,
    schema: {
      auth_url: required(URL_TEXT),
      sp_url: required(URL_TEXT),
      description: DESCRIPTION,
      enabled: FLAG,
      relay_state_prefix: nullable({type: 'string'}),
    },
    filters: ['id', 'enabled'],
    create(body, call) {
      const {id = ''} = call.params
      if (providers.get(id)) throw duplicate('service_provider', `Duplicate entry found with ID ${id}`)
      return {description: null, enabled: false, relay_state_prefix: 'ss:mem:', ...body}
    },
  })
}
