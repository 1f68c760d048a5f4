import {asObject, type JsonObject} from '@osc-cli/core'
import type {Routes, SandboxCloud} from '@osc-cli/core/sandbox'

/** Usage of the servers that exist, for the time since their creation. */
export function usageRoutes(cloud: SandboxCloud): Routes {
  const usageOf = (project: string): JsonObject => {
    const servers = cloud.store.collection('compute/servers').find({tenant_id: project})
    const usages = servers.map((server) => {
      const flavor = asObject(cloud.store.collection('compute/flavors').get(String(server.flavorRef)))
      const hours = Math.max(0, cloud.now().getTime() - Date.parse(String(server.created))) / 3_600_000
      return {id: server.id, hours, flavor}
    })
    const total = (key: string) => usages.reduce((sum, {hours, flavor}) => sum + hours * Number(flavor[key] ?? 0), 0)
    return {
      tenant_id: project,
      server_usages: usages.map(({id, hours}) => ({instance_id: id ?? null, hours})),
      total_memory_mb_usage: total('ram'),
      total_vcpus_usage: total('vcpus'),
      total_local_gb_usage: total('disk'),
      total_hours: usages.reduce((sum, {hours}) => sum + hours, 0),
    }
  }
  return {
    'GET /v2.1/os-simple-tenant-usage': ({query}) => {
      const projects = new Set(
        cloud.store
          .collection('compute/servers')
          .find()
          .map((server) => String(server.tenant_id)),
      )
      const summary = ({server_usages, ...totals}: JsonObject): JsonObject => totals
      const usages = [...projects].map(usageOf)
      return {body: {tenant_usages: query.get('detailed') === '1' ? usages : usages.map(summary)}}
    },
    'GET /v2.1/os-simple-tenant-usage/:project': ({params: {project = ''}}) => {
      const usage = usageOf(project)
      return {body: {tenant_usage: Number(usage.total_hours) > 0 ? usage : {}}}
    },
  }
}
