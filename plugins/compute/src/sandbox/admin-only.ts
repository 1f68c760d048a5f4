import {asObject} from '@osc-cli/core'
import {type Call, forbidden, type Routes} from '@osc-cli/core/sandbox'

/** Rules of Nova's default policy that require the role admin, by route. */
const RULES: Readonly<Record<string, string>> = {
  'GET /v2.1/os-aggregates': 'os-aggregates:index',
  'POST /v2.1/os-aggregates': 'os-aggregates:create',
  'GET /v2.1/os-aggregates/:id': 'os-aggregates:show',
  'PUT /v2.1/os-aggregates/:id': 'os-aggregates:update',
  'DELETE /v2.1/os-aggregates/:id': 'os-aggregates:delete',
  'POST /v2.1/os-aggregates/:id/images': 'compute:aggregates:images',
  'GET /v2.1/os-availability-zone/detail': 'os-availability-zone:detail',
  'GET /v2.1/flavors/:id/os-flavor-access': 'os-flavor-access',
  'POST /v2.1/flavors/:id/os-extra_specs': 'os-flavor-extra-specs:create',
  'DELETE /v2.1/flavors/:id/os-extra_specs/:key': 'os-flavor-extra-specs:delete',
  'POST /v2.1/flavors': 'os-flavor-manage:create',
  'PUT /v2.1/flavors/:id': 'os-flavor-manage:update',
  'DELETE /v2.1/flavors/:id': 'os-flavor-manage:delete',
  'GET /v2.1/os-hosts': 'os-hosts:list',
  'GET /v2.1/os-hosts/:host': 'os-hosts:show',
  'PUT /v2.1/os-hosts/:host': 'os-hosts:update',
  'GET /v2.1/os-hypervisors': 'os-hypervisors:list',
  'GET /v2.1/os-hypervisors/detail': 'os-hypervisors:list-detail',
  'GET /v2.1/os-hypervisors/statistics': 'os-hypervisors:statistics',
  'GET /v2.1/os-hypervisors/:id': 'os-hypervisors:show',
  'GET /v2.1/os-hypervisors/:id/uptime': 'os-hypervisors:uptime',
  'GET /v2.1/os-migrations': 'os-migrations:index',
  'GET /v2.1/servers/:id/diagnostics': 'os-server-diagnostics',
  'GET /v2.1/servers/:id/migrations': 'servers:migrations:index',
  'GET /v2.1/servers/:id/migrations/:migration': 'servers:migrations:show',
  'GET /v2.1/os-services': 'os-services:list',
  'PUT /v2.1/os-services/:id': 'os-services:update',
  'DELETE /v2.1/os-services/:id': 'os-services:delete',
  'GET /v2.1/os-simple-tenant-usage': 'os-simple-tenant-usage:list',
}

/** The same for actions, by route and key of the body. */
const ACTION_RULES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'POST /v2.1/os-aggregates/:id/action': {
    add_host: 'os-aggregates:add_host',
    remove_host: 'os-aggregates:remove_host',
    set_metadata: 'os-aggregates:set_metadata',
  },
  'POST /v2.1/flavors/:id/action': {
    addTenantAccess: 'os-flavor-access:add_tenant_access',
    removeTenantAccess: 'os-flavor-access:remove_tenant_access',
  },
  'POST /v2.1/servers/:id/action': {
    'os-resetState': 'os-admin-actions:reset_state',
    evacuate: 'os-evacuate',
    migrate: 'os-migrate-server:migrate',
    'os-migrateLive': 'os-migrate-server:migrate_live',
    shelveOffload: 'os-shelve:shelve_offload',
  },
}

/** Routes that answer a caller who is not an administrator as Nova's default policy does: with 403 and the name of the rule. */
export const adminOnly = (routes: Routes): Routes =>
  Object.fromEntries(
    Object.entries(routes).map(([route, handle]) => [
      route,
      (call: Call) => {
        const rule = call.caller.roles.includes('admin') ? undefined : ruleOf(route, call)
        if (rule === undefined) return handle(call)
        const name = rule.startsWith('compute:') ? rule : `os_compute_api:${rule}`
        throw forbidden(`Policy doesn't allow ${name} to be performed.`)
      },
    ]),
  )

function ruleOf(route: string, call: Call): string | undefined {
  if (/^GET \/v2\.1\/servers(?:\/detail)?$/.test(route) && isTrue(call.query.get('all_tenants')))
    return `servers:${route.endsWith('detail') ? 'detail' : 'index'}:get_all_tenants`
  if (route === 'POST /v2.1/servers') return asObject(call.body.server).host ? DESTINATION : undefined
  const actions = ACTION_RULES[route]
  if (!actions) return RULES[route]
  const action = Object.keys(call.body).find((key) => Object.hasOwn(actions, key))
  return action && actions[action]
}

const DESTINATION = 'compute:servers:create:requested_destination'

const isTrue = (value: string | null): boolean => /^(?:true|1)$/i.test(value ?? '')
