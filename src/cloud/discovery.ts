import type {Cache} from '#cloud/cache/cache'
import type {HttpAnswer, Transport} from '#cloud/transport-types'
import {ConnectionError} from '#errors'
import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '#json'

/** A version as a service's version document lists it. */
export interface ApiVersion {
  /** `v2.1` */
  id: string
  /** In capitals: CURRENT, SUPPORTED, STABLE, DEPRECATED, EXPERIMENTAL. */
  status: string
  /** Its path below the service's endpoint: `v2.1`. */
  path: string
  /** The range of microversions, where the service has them: `2.1` to `2.96`. */
  lowest?: string
  highest?: string
}

/** What services answer at an endpoint without a version. */
export interface Discovery {
  /** The versions served below `url`; empty when what answers there is no version document. */
  versions(url: string, headers?: Readonly<Record<string, string>>): Promise<readonly ApiVersion[]>
}

const DAY = 24 * 3_600_000

/**
 * Asks for version documents, once a day for each address, also where several requests need one at the same time. `cloud` names the
 * cloud in the cache's inventory.
 */
export function createDiscovery(transport: Transport, cache: Cache, cloud: string): Discovery {
  const requested = new Map<string, Promise<readonly ApiVersion[]>>()

  async function ask(url: string, headers: Readonly<Record<string, string>>): Promise<readonly ApiVersion[]> {
    const answer = await transport.send({method: 'GET', url, headers: {accept: 'application/json', ...headers}})
    const versions = versionsOf(await body(answer))
    // An answer without versions may be a passing fault, and asking again is cheap.
    if (versions.length > 0) {
      const value = {versions: versions.map((version) => ({...version}))}
      await cache.put('version', {url}, {cloud, scope: url}, value, Date.now() + DAY)
    }
    return versions
  }

  return {
    async versions(url, headers = {}) {
      const known = cache.get('version', {url})
      if (known) return asArray(known.versions).flatMap(readVersion)
      const answer = requested.get(url) ?? ask(url, headers).finally(() => requested.delete(url))
      requested.set(url, answer)
      return await answer
    },
  }
}

async function body(answer: HttpAnswer): Promise<Json> {
  try {
    return await answer.json()
  } catch (error) {
    if (error instanceof ConnectionError) return null
    throw error
  }
}

/** The shapes of the services: `versions` or `versions.values` at the root of a service, `version` at a version's own. */
export function versionsOf(document: Json): ApiVersion[] {
  const {versions, version} = asObject(document)
  const listed = isObject(versions) ? asArray(versions.values) : asArray(versions)
  return (listed.length > 0 ? listed : [version]).flatMap((entry) => (isObject(entry) ? readDocument(entry) : []))
}

function readDocument(entry: JsonObject): ApiVersion[] {
  const id = asText(entry.id)?.replace(/^(?=\d)/, 'v')
  if (id === undefined) return []
  const links = asArray(entry.links).map(asObject)
  const self = asText(links.find((link) => link.rel === 'self')?.href ?? links[0]?.href)
  const status = (asText(entry.status) ?? '').toUpperCase()
  return [{id, status, path: versionSegment(self) ?? id, ...rangeOf(entry)}]
}

/** Nova, Cinder, Manila and Ironic say `version` and `min_version`, others `max_version`; both are empty without microversions. */
function rangeOf(entry: JsonObject): Pick<ApiVersion, 'lowest' | 'highest'> {
  const inner = asObject(entry.version)
  const lowest = asText(entry.min_version) || asText(inner.min_version)
  const highest = asText(entry.version) || asText(entry.max_version) || asText(inner.version)
  return lowest && highest ? {lowest, highest} : {}
}

/** A version as the cache keeps it. */
export function readVersion(entry: Json): ApiVersion[] {
  const {id, status, path, lowest, highest} = asObject(entry)
  if (typeof id !== 'string' || typeof status !== 'string' || typeof path !== 'string') return []
  const range = typeof lowest === 'string' && typeof highest === 'string' ? {lowest, highest} : {}
  return [{id, status, path, ...range}]
}

/** The path of a version in an address: `v2.1` of `http://nova.example/compute/v2.1/`. */
export const versionSegment = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : /\/(v\d+(?:\.\d+)?)(?=\/|$|\?)/i.exec(url)?.[1]

/**
 * The version to use of those with the major number wanted: the current one, else the highest that is not experimental.
 * The host in a document's links is often one that only the service itself knows, so that nothing of it is used.
 */
export function chooseVersion(versions: readonly ApiVersion[], major: string): ApiVersion | undefined {
  const ofMajor = versions.filter(({id}) => id.slice(1).split('.', 1)[0] === major)
  const current = ofMajor.find(({status}) => status === 'CURRENT' || status === 'STABLE')
  const proper = ofMajor.filter(({status}) => status !== 'EXPERIMENTAL')
  return current ?? (proper.length > 0 ? proper : ofMajor).toSorted(byNumber).at(-1)
}

const byNumber = (a: ApiVersion, b: ApiVersion): number => minorOf(a) - minorOf(b)

const minorOf = ({id}: ApiVersion): number => Number(id.split('.')[1] ?? 0)
