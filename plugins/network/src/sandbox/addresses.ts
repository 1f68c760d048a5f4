import {asArray} from '@osc-cli/core'
import {badRequest, type Call, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {list, neutronCollection, no, textOrNull} from '#sandbox/collection'

/** Address scopes, address groups and subnet pools. */
export function addresses(cloud: SandboxCloud): Routes {
  const groups = neutronCollection(cloud, {
    path: '/address-groups',
    member: 'address_group',
    collection: 'address_groups',
    fields: {addresses: list},
  })
  const scopes = neutronCollection(cloud, {
    path: '/address-scopes',
    member: 'address_scope',
    collection: 'address_scopes',
    fields: {ip_version: {type: 'integer', default: 4}, shared: no},
    filters: ['ip_version', 'shared'],
  })
  const pools = neutronCollection(cloud, {
    path: '/subnetpools',
    member: 'subnetpool',
    collection: 'subnetpools',
    fields: {prefixes: list, shared: no, is_default: no, address_scope_id: textOrNull},
    filters: ['shared', 'is_default', 'address_scope_id'],
    beforeDelete({id}) {
      if (cloud.store.collection('network/subnets').find({subnetpool_id: String(id)}).length > 0)
        throw badRequest('Unable to delete subnet pool: Subnet pool has existing allocations.')
    },
    created: (record) => ({ip_version: 4, default_prefixlen: 8, min_prefixlen: 8, max_prefixlen: 32, ...record}),
  })
  const change = (apply: (has: unknown[], given: unknown[]) => unknown[]) => (call: Call) => {
    const group = groups.own(call)
    const after = apply(asArray(group.addresses), asArray(call.body.addresses)).map(String)
    return {body: groups.body(groups.put({...group, addresses: after}), call)}
  }
  return {
    ...groups.routes,
    'PUT /v2.0/address-groups/:id/add_addresses': change((has, given) => [...new Set([...has, ...given])]),
    'PUT /v2.0/address-groups/:id/remove_addresses': change((has, given) => has.filter((one) => !given.includes(one))),
    ...scopes.routes,
    ...pools.routes,
  }
}
