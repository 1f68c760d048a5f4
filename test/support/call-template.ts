import type {RecordedRequest} from './recorder.ts'

/**
 * Whether a request is one that a command declares in `calls`. `{id}` stands for any segment, `{a|b}` for either word,
 * `{object}` for a name with slashes. `GET /v3/users?name={name}` is a look-up by name or ID; of any other query the request has
 * the keys. Heat redirects from `/stacks/{name}` to `/stacks/{name}/{id}`: asking the short path is asking the whole one.
 * `METHOD PATH` is anything.
 */
export function covers(template: string, {method, url}: Pick<RecordedRequest, 'method' | 'url'>): boolean {
  if (template === 'METHOD PATH') return true
  const [wanted = '', whole = ''] = template.split(' ')
  if (wanted !== method) return false
  const [path = '', query = ''] = whole.split('?')
  const keys = [...new URLSearchParams(query).keys()]
  const {searchParams} = new URL(url)
  const requested = versionedPath(url)
  const isRequested = pattern(path).test(requested) && keys.every((key) => searchParams.has(key))
  return (
    isRequested || (query.endsWith('={name}') && pattern(path).test(requested.slice(0, requested.lastIndexOf('/'))))
  )
}

/** Requests that the `calls` of a command do not declare. */
export const undeclaredBy = <R extends Made>(calls: readonly string[], requests: readonly R[]): R[] =>
  requests.filter((request) => !isAside(request) && !calls.some((call) => covers(call, request)))

type Made = Pick<RecordedRequest, 'method' | 'url' | 'status'>

/**
 * What any command may request on its way: a version document, a log-in, a redirect, and Neutron's extensions, for an option
 * that needs one or after a 404.
 */
export function isAside({method, url, status}: Made): boolean {
  const path = servicePath(url)
  const shared = ['POST /v3/auth/tokens', 'GET /v2.0/extensions']
  return path === undefined || shared.includes(`${method} ${path}`) || (status >= 300 && status < 400)
}

/** The path from its version on: `/v3/users`, wherever the service has its root; undefined of a version document's. */
export function servicePath(url: string): string | undefined {
  const path = versionedPath(url)
  return /^\/v\d[^/]*\/[^/]/.test(path) ? path : undefined
}

/** Cinder's endpoint may have the ID of the project after the version, and so may a template. */
const versionedPath = (url: string): string =>
  new URL(url).pathname.replace(/^.*?(?=\/v\d)/, '').replace(/^\/v3\/[0-9a-f]{32}(?=\/)/, '/v3')

function pattern(path: string): RegExp {
  const source = path
    .replace(/^\/v3\/\{project_id\}(?=\/)/, '/v3')
    .replace('/stacks/{name}/{id}', '/stacks/{name}(?:/{id})?')
    .replaceAll('.', '\\.')
    .replaceAll(/\{([^}]*)\}/g, (_, inner: string) =>
      inner.includes('|') ? `(?:${inner})` : inner === 'object' ? '.+' : '[^/]+',
    )
  return new RegExp(`^${source}$`)
}
