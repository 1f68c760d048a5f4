import {asObject, type JsonObject} from '#json'
import {badRequest, forbidden} from '#sandbox/failure'
import type {Call, Routes, SandboxCloud} from '#sandbox/service'

/** The quotas of a service, as Nova, Cinder and Neutron have them: defaults, changed for single projects. */
export interface SandboxQuotas {
  /** Below the service's prefix: `/v2.1/os-quota-sets`. */
  path: `/${string}`
  /** The key that wraps them in a body: `quota_set`. */
  member: string
  /** What a project has unless it was changed, by resource. */
  defaults: Readonly<Record<string, number>>
  /** The parts of the path below a project for its defaults and its usage. Default: `defaults` and `detail`. */
  below?: {defaults: string; usage: string}
  /** The key of what is used, in an answer with usage. Default: `in_use`. */
  usedKey?: string
  /** Keys that clients send in a body and the service ignores: `tenant_id`. Default: none. */
  ignored?: readonly string[]
  /** What a project uses, by resource. Default: nothing. */
  used?: (project: string) => Readonly<Record<string, number>>
}

/** The routes of a service's quotas: for one project, its defaults, its usage; administrators change and reset them. */
export function quotaRoutes(cloud: SandboxCloud, declared: SandboxQuotas): Routes {
  const {path, member, defaults, below = {defaults: 'defaults', usage: 'detail'}, usedKey = 'in_use'} = declared
  const ignored = ['force', 'check_limit', ...(declared.ignored ?? [])]
  const changed = cloud.store.collection(`quotas${path}`)
  const projectOf = ({params: {project = ''}, caller}: Call, changes = false): string => {
    if (!caller.roles.includes('admin') && (changes || project !== caller.projectId))
      throw forbidden("Policy doesn't allow quotas to be changed, or shown for another project.")
    return project
  }
  const limitsOf = (project: string): JsonObject => ({...defaults, ...asObject(changed.get(project)?.limits)})
  const withUsage = (project: string): JsonObject => {
    const used = declared.used?.(project) ?? {}
    const entries = Object.entries(limitsOf(project))
    return Object.fromEntries(
      entries.map(([key, limit]) => [key, {limit: limit ?? null, [usedKey]: used[key] ?? 0, reserved: 0}]),
    )
  }
  const answer = (project: string, quotas: JsonObject) => ({body: {[member]: {id: project, ...quotas}}})
  return {
    [`GET ${path}/:project`]: (call: Call) => {
      const project = projectOf(call)
      return answer(project, /^true$/i.test(call.query.get('usage') ?? '') ? withUsage(project) : limitsOf(project))
    },
    [`GET ${path}/:project/${below.defaults}`]: (call: Call) => answer(projectOf(call), {...defaults}),
    [`GET ${path}/:project/${below.usage}`]: (call: Call) => answer(projectOf(call), withUsage(projectOf(call))),
    [`PUT ${path}/:project`]: (call: Call) => {
      const project = projectOf(call, true)
      const sent = Object.entries(asObject(call.body[member]))
      const limits = Object.fromEntries(sent.filter(([key]) => !ignored.includes(key)))
      const unknown = Object.keys(limits).find((key) => !Object.hasOwn(defaults, key))
      if (unknown !== undefined) throw badRequest(`Additional properties are not allowed ('${unknown}' was unexpected)`)
      changed.put(project, {limits: {...limitsOf(project), ...limits}})
      return answer(project, limitsOf(project))
    },
    [`DELETE ${path}/:project`]: (call: Call) => {
      changed.delete(projectOf(call, true))
      return {status: 202}
    },
  }
}
