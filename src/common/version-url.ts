import {dotted} from '#common/version-number'
import {asText, type JsonObject} from '#json'

const isVersion = (segment: string | undefined) => /^v\d/.test(segment ?? '') && dotted(segment) !== null

/** Where the version document of a catalog's endpoint is: its address without the project and the version. */
export function documentUrl(endpoint: string, projectId: string | undefined): string {
  const {url, segments} = parts(endpoint)
  const last = segments.at(-1)
  if (projectId === undefined ? isVersion(segments.at(-2)) : last === projectId) segments.pop()
  if (isVersion(segments.at(-1))) segments.pop()
  const found = url.origin + segments.map((segment) => `/${segment}`).join('')
  return found === endpoint ? found : `${found}/`
}

/** What the endpoint's own address says where no version document is found. */
export function inferred(endpoint: string, projectId: string | undefined): {url: string; version: string | null} {
  const {segments} = parts(endpoint)
  const bare = endpoint.replace(/\/+$/, '')
  const url = projectId !== undefined && bare.endsWith(projectId) ? bare.slice(0, bare.lastIndexOf('/')) : bare
  return {url: `${url}/`, version: dotted(segments.findLast(isVersion))}
}

/** The address of a version, on the host that was asked: services often name one that only they know. */
export function chooseSelf(links: readonly JsonObject[], requested: string): string | undefined {
  const href = asText(links.findLast(({rel}) => asText(rel)?.toLowerCase() === 'self')?.href)
  const base = `${requested.replace(/\/+$/, '')}/`
  if (href === undefined || !URL.canParse(href, base)) return undefined
  const [self, from] = [new URL(href, base), new URL(base)]
  if (self.host === from.host) return from.origin + self.pathname + self.search
  const version = href.replace(/\/+$/, '').split('/').at(-1) ?? ''
  const path = from.pathname.replace(/\/+$/, '')
  if (path.endsWith(version)) return requested
  return `${from.origin}${path}/${version}${href.endsWith('/') ? '/' : ''}`
}

function parts(endpoint: string): {url: URL; segments: string[]} {
  const url = new URL(endpoint)
  return {url, segments: url.pathname.split('/').filter((segment) => segment !== '')}
}
