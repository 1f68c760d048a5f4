import {asObject, decodeJson} from '@osc-cli/core'
import {
  type Call,
  type Handler,
  notFound,
  notImplemented,
  type Routes,
  type SandboxCloud,
  type SandboxInstance,
} from '@osc-cli/core/sandbox'

interface Route {
  method: string
  parts: readonly string[]
  handler: Handler
}

/** Requests of services to each other, in the process. The routes of a service are read when it is first asked. */
export function createLocalCalls({
  store,
  url,
  services,
  service,
}: Pick<SandboxCloud, 'store' | 'url' | 'services' | 'service'>): SandboxCloud['ask'] {
  const known = new WeakMap<SandboxInstance, readonly Route[]>()
  const routesOf = (instance: SandboxInstance): readonly Route[] => {
    const routes = known.get(instance) ?? parsed(instance.routes)
    known.set(instance, routes)
    return routes
  }
  return (type, {method, path, body, headers = {}}, caller) => {
    const instance = service(type)
    if (!instance) throw notImplemented(`a service of type ${type}`)
    const {pathname, searchParams: query} = new URL(path, url)
    const parts = pathname.split('/')
    const route = routesOf(instance).find((one) => answers(one.method, method) && matches(one.parts, parts))
    if (!route) throw notFound(`${method} ${pathname} could not be found.`)
    const prefix = services.find((one) => one.type === type)?.prefix ?? ''
    const text = body === undefined ? '' : JSON.stringify(body)
    // A copy: what a service keeps of a body must not change with the sender's objects.
    const json = text === '' ? null : decodeJson(text)
    const call: Call = {
      method,
      path: `/${prefix}${pathname}`,
      params: paramsOf(route.parts, parts),
      query,
      headers,
      body: asObject(json),
      json,
      text,
      bytes: new TextEncoder().encode(text),
      origin: url,
      caller,
    }
    return store.transaction(() => route.handler(call))
  }
}

/** As in HTTP, GET answers HEAD too. */
const answers = (own: string, requested: string): boolean =>
  own === requested || (own === 'GET' && requested === 'HEAD')

const parsed = (routes: Routes): Route[] =>
  Object.entries(routes).map(([route, handler]) => {
    const [method = '', path = ''] = route.split(' ')
    return {method, handler, parts: path.split('/')}
  })

/** A last part such as `:object{.+}` takes the rest of the path. */
const takesRest = (pattern: readonly string[]): boolean => pattern.at(-1)?.endsWith('}') === true

const matches = (pattern: readonly string[], parts: readonly string[]): boolean =>
  (pattern.length === parts.length || (takesRest(pattern) && pattern.length < parts.length)) &&
  pattern.every((part, i) => part.startsWith(':') || part === parts[i])

const paramsOf = (pattern: readonly string[], parts: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    pattern.flatMap((part, i) => {
      if (!part.startsWith(':')) return []
      const isRest = takesRest(pattern) && i === pattern.length - 1
      const value = isRest ? parts.slice(i).join('/') : (parts[i] ?? '')
      return [[part.slice(1).replace(/\{.*/, ''), decodeURIComponent(value)]]
    }),
  )
