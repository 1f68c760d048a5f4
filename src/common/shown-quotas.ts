import type {QuotaService} from '#common/quotas'
import {asObject, isObject, type Json, type JsonObject} from '#json'

/** Quotas that Nova had when it managed networks. openstacksdk prints them without a value. */
const NOVA_NETWORK = ['fixed_ips', 'floating_ips', 'networks', 'security_group_rules', 'security_groups']

/** openstacksdk's attributes of a network quota, in its order, with the keys of the API. */
const NETWORK: Readonly<Record<string, string>> = {
  check_limit: 'check_limit',
  floating_ips: 'floatingip',
  health_monitors: 'healthmonitor',
  listeners: 'listener',
  load_balancers: 'loadbalancer',
  l7_policies: 'l7policy',
  networks: 'network',
  pools: 'pool',
  ports: 'port',
  project_id: 'project_id',
  tenant_id: 'tenant_id',
  rbac_policies: 'rbac_policy',
  router_routes: 'router_route',
  routers: 'router',
  subnets: 'subnet',
  subnet_pools: 'subnetpool',
  security_group_rules: 'security_group_rule',
  security_groups: 'security_group',
}

/** The quotas of one service under the names and in the order of openstacksdk. */
export function attributesOf({service}: Pick<QuotaService, 'service'>, quotas: JsonObject): [string, Json][] {
  const all = Object.entries(quotas).map(([key, value]): [string, Json] => [key, value ?? null])
  if (service === 'compute') {
    const named = all.filter(([key]) => !NOVA_NETWORK.includes(key))
    return [...named, ...NOVA_NETWORK.map((key): [string, Json] => [key, null])]
  }
  if (service !== 'network') return all
  const keys = Object.values(NETWORK)
  const known = Object.entries(NETWORK).map(([name, key]): [string, Json] => [name, quotas[key] ?? null])
  return [...all.filter(([key]) => !keys.includes(key)), ...known]
}

/**
 * The rows of `quota show`. Of a quota that two services have, the later service's value is printed. Quotas that
 * `openstack` renames come last.
 */
export function shownQuotas(services: readonly (readonly [QuotaService, JsonObject])[], usage: boolean): JsonObject[] {
  const values = new Map<string, Json>()
  for (const [service, quotas] of services) {
    const isPrinted = ([, value]: [string, Json]) => !usage || service.service !== 'network' || isObject(value)
    for (const [name, value] of attributesOf(service, quotas).filter(isPrinted)) values.set(name, value)
  }
  for (const {names} of services.map(([service]) => service)) {
    for (const [key, name] of Object.entries(names).sort()) {
      const value = values.get(key) ?? null
      if (key === name || value === null) continue
      values.delete(key)
      values.set(name, value)
    }
  }
  return [...values].map(([resource, value]) => (usage ? withUsage(resource, value) : {resource, limit: value}))
}

/** Neutron calls `used` what the other services call `in_use`. Key pairs belong to users, not to projects. */
function withUsage(resource: string, value: Json): JsonObject {
  const {limit, in_use: inUse, used, reserved} = asObject(value)
  return {
    resource,
    limit: limit ?? 0,
    in_use: resource === 'key-pairs' ? 'N/A' : (inUse ?? used ?? 0),
    reserved: reserved ?? 0,
  }
}
