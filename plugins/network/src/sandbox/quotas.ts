import {quotaRoutes, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'

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

/** Quotas and availability zones. */
export const quotas = (cloud: SandboxCloud): Routes => ({
  ...quotaRoutes(cloud, {
    path: '/v2.0/quotas',
    member: 'quota',
    defaults: DEFAULTS,
    below: {defaults: 'default', usage: 'details.json'},
    usedKey: 'used',
  }),
  'GET /v2.0/availability_zones': () => ({
    body: {
      availability_zones: ['network', 'router'].map((resource) => ({name: 'nova', state: 'available', resource})),
    },
  }),
})
