import type {RecordedRequest} from './recorder.ts'

/**
 * Whether a request is one that a command declares in `calls`. `{id}` stands for any segment, `{a|b}` for either word,
 * `{object}` for a name with slashes.
 * `GET /v3/users?name={name}` is a look-up by name or ID. Heat redirects from `/stacks/{name}` to `/stacks/{name}/{id}`: asking the
 * short path is asking the whole one. `METHOD PATH` is anything.
 */
export function covers(template: string, {method, url}: Pick<RecordedRequest, 'method' | 'url'>): boolean {
  if (template === 'METHOD PATH') return true
  const [wanted = '', path = ''] = template.split(' ')
  if (wanted !== method) return false
  const {searchParams} = new URL(url)
  const requested = versionedPath(url)
  const byName = /^(.*)\?name=/.exec(path)
  if (!byName) return pattern(path).test(requested)
  const list = pattern(byName[1] ?? '')
  return (list.test(requested) && searchParams.has('name')) || list.test(requested.slice(0, requested.lastIndexOf('/')))
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
