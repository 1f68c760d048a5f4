import {asText, type JsonObject} from '@osc-cli/core'
import {type Call, notFound, type Routes} from '@osc-cli/core/sandbox'
import {collection} from '#sandbox/collection'
import {one} from '#sandbox/failures'
import {idOf, type Keystone} from '#sandbox/keystone'
import {linked, listed} from '#sandbox/links'
import {enforce} from '#sandbox/policy'
import {deleteAll} from '#sandbox/removal'
import {required} from '#sandbox/schema'

/** Policy blobs and their associations with endpoints, services and regions. */
export const policyRoutes = (keystone: Keystone): Routes => ({
  ...collection(keystone, {
    name: 'policies',
    member: 'policy',
    schema: {blob: required({type: 'string'}), type: required({type: 'string', most: 255})},
    filters: ['type'],
    create: (body) => body,
    beforeDelete: (policy) => deleteAll(keystone, 'policy_associations', {policy_id: idOf(policy)}),
  }),
  ...associationsBy(keystone, '/endpoints/:endpoint', 'endpoint'),
  ...associationsBy(keystone, '/services/:service', 'service'),
  ...associationsBy(keystone, '/services/:service/regions/:region', 'region_and_service'),
  'GET /v3/policies/:id/OS-ENDPOINT-POLICY/endpoints': (call) => {
    enforce(call, 'list_endpoints_for_policy')
    const {id = ''} = call.params
    one(keystone, 'policies', id)
    const endpoints = keystone.records.endpoints.find().filter((endpoint) => policyIdOf(keystone, endpoint) === id)
    return listed(call, 'endpoints', endpoints)
  },
  'GET /v3/endpoints/:id/OS-ENDPOINT-POLICY/policy': (call) => {
    enforce(call, 'get_policy_for_endpoint')
    const endpoint = one(keystone, 'endpoints', call.params.id ?? '')
    const policy = keystone.records.policies.get(policyIdOf(keystone, endpoint) ?? '')
    if (!policy) throw notFound(`No policy is associated with endpoint ${idOf(endpoint)}.`)
    return {body: {policy: linked(call, '/endpoints', policy)}}
  },
})

function associationsBy(keystone: Keystone, end: `/${string}`, kind: string): Routes {
  const {policy_associations: associations} = keystone.records
  const path = `/v3/policies/:id/OS-ENDPOINT-POLICY${end}`
  const matchIn = (call: Call, verb: string) => {
    enforce(call, `${verb}_policy_association_for_${kind}`)
    const {id = '', endpoint, service, region} = call.params
    one(keystone, 'policies', id)
    if (endpoint !== undefined) one(keystone, 'endpoints', endpoint)
    if (service !== undefined) one(keystone, 'services', service)
    if (region !== undefined) one(keystone, 'regions', region)
    return {policy_id: id, endpoint_id: endpoint ?? null, service_id: service ?? null, region_id: region ?? null}
  }
  const found = (match: ReturnType<typeof matchIn>): JsonObject => {
    const [association] = associations.find(match)
    if (!association) throw notFound('Could not find policy association.')
    return association
  }
  return {
    [`GET ${path}`]: (call: Call) => {
      found(matchIn(call, 'check'))
      return {status: 204}
    },
    [`PUT ${path}`]: (call: Call) => {
      const {policy_id, ...place} = matchIn(call, 'create')
      // Each endpoint, service or region has one policy.
      const id = idOf(associations.find(place)[0] ?? {id: keystone.cloud.newId()})
      associations.put(id, {id, policy_id, ...place})
      return {status: 204}
    },
    [`DELETE ${path}`]: (call: Call) => {
      associations.delete(idOf(found(matchIn(call, 'delete'))))
      return {status: 204}
    },
  }
}

/** The policy of the endpoint, else of its service in its region or a parent region, else of its service. */
function policyIdOf({records}: Keystone, endpoint: JsonObject): string | undefined {
  const find = (place: Record<string, string | null>) =>
    asText(
      records.policy_associations.find({endpoint_id: null, service_id: null, region_id: null, ...place})[0]?.policy_id,
    )
  const service = String(endpoint.service_id)
  const own = find({endpoint_id: idOf(endpoint)})
  if (own !== undefined) return own
  let region = asText(endpoint.region_id)
  while (region !== undefined) {
    const byRegion = find({service_id: service, region_id: region})
    if (byRegion !== undefined) return byRegion
    region = asText(records.regions.get(region)?.parent_region_id)
  }
  return find({service_id: service})
}
