import {asArray, asText, type JsonObject} from '@osc-cli/core'
import type {Routes} from '@osc-cli/core/sandbox'
import {collection} from '#sandbox/collection'
import {duplicate, missing} from '#sandbox/failures'
import {baseUrl, idOf, type Keystone} from '#sandbox/keystone'
import {FLAG, type Property, type Schema} from '#sandbox/schema'

export const PROVIDERS = '/OS-FEDERATION/identity_providers'
const TEXT: Property = {type: 'string', nullable: true}

/** External identity providers. */
export function identityProviderRoutes(keystone: Keystone): Routes {
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
    beforeDelete(provider) {
      const {protocols} = keystone.records
      for (const {idp_id, id} of protocols.find({idp_id: idOf(provider)})) protocols.delete(`${idp_id}/${id}`)
    },
  })
}

function checkRemoteIds({records}: Keystone, provider: JsonObject): void {
  const others = records.identity_providers.find().filter(({id}) => id !== provider.id)
  const taken = new Set(others.flatMap(({remote_ids}) => asArray(remote_ids)))
  const again = asArray(provider.remote_ids).find((id) => taken.has(id))
  if (again !== undefined) throw duplicate('identity_provider', `Duplicate remote ID: ${again}`)
}

/** External users need a domain; one is created if none is given. */
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
