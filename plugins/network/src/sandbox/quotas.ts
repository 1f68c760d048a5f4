import {asObject} from '@osc-cli/core'
import {conflict, quotaRoutes, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'

const PATH = '/v2.0/quotas'
const DEFAULTS = {
  floatingip: 50,
  network: 100,
  port: 500,
  rbac_policy: 10,
  router: 10,
  security_group: 10,
  security_group_rule: 100,
  subnet: 100,
  subnetpool: -1,
}

/** The collections whose records count, by the name of their quota. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  rbac_policy: 'rbac_policies',
  ...Object.fromEntries(
    ['floatingip', 'network', 'port', 'router', 'security_group', 'security_group_rule', 'subnet', 'subnetpool'].map(
      (name) => [name, `${name}s`],
    ),
  ),
}

const usedOf = (cloud: SandboxCloud, name: string, project: string): number =>
  cloud.store.collection(`network/${COLLECTIONS[name]}`).find({project_id: project}).length

/** Quotas and availability zones. */
export function quotas(cloud: SandboxCloud): Routes {
  const routes = quotaRoutes(cloud, {
    path: PATH,
    member: 'quota',
    defaults: DEFAULTS,
    below: {defaults: 'default', usage: 'details'},
    usedKey: 'used',
    used: (project) => Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, usedOf(cloud, name, project)])),
  })
  const details = routes[`GET ${PATH}/:project/details`]
  return {
    ...routes,
    // Neutron takes the format as a suffix.
    ...(details && {[`GET ${PATH}/:project/details.json`]: details}),
    'GET /v2.0/availability_zones': () => ({
      body: {
        availability_zones: ['network', 'router'].map((resource) => ({name: 'nova', state: 'available', resource})),
      },
    }),
  }
}

/** Throws 409 if a project may not have one more record of a collection. */
export function checkQuota(cloud: SandboxCloud, collection: string, project: string): void {
  const [name] = Object.entries(COLLECTIONS).find(([, other]) => other === collection) ?? []
  if (name === undefined) return
  const limits = {...DEFAULTS, ...asObject(cloud.store.collection(`quotas${PATH}`).get(project)?.limits)}
  const limit = Number(limits[name as keyof typeof DEFAULTS])
  if (limit >= 0 && usedOf(cloud, name, project) >= limit) throw conflict(`Quota exceeded for resources: ['${name}'].`)
}
