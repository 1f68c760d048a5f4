import {tokenKey} from '#cloud/auth/token-key'
import {type Cache, openCache} from '#cloud/cache/cache'
import type {CloudConfig} from '#cloud/config/types'
import {versionsOf} from '#cloud/discovery'
import type {CatalogEntry, Session} from '#cloud/types'
import {EXTENSIBLE, extensionsOf} from '#common/extensions'
import {Observed} from '#context/observed'
import {versionUrls} from '#context/offers'
import {remember} from '#context/remember'
import {HttpError, OscError, UsageError} from '#errors'
import {asText} from '#json'
import type {Runtime} from '#runtime'

const DAY = 24 * 3_600_000

/**
 * Logs in again and asks every service of the catalog for its versions, and those that have some for their extensions;
 * returns what could not be asked, a line each. UsageError where nothing may be kept.
 */
export async function refreshContext(runtime: Runtime): Promise<string[]> {
  if (runtime.options.no_cache === true || runtime.env.OSC_NO_CACHE) {
    throw new UsageError('The cache, which stores the context, is disabled.', {
      hint: 'Remove --no-cache, and unset OSC_NO_CACHE.',
    })
  }
  const config = await runtime.config()
  const cache = openCache({dir: runtime.cacheDir, enabled: true})
  cache.drop('token', tokenKey(config))
  const session = await runtime.session()
  const {catalog} = await session.access()
  const versions = await Promise.all(catalog.map((entry) => askVersions(entry, session, config, cache)))
  const extensions = await askExtensions(session, config, runtime.cacheDir)
  return [...versions.filter((line) => line !== undefined), ...extensions]
}

/** The first of the addresses where a service may have its version document that has one. */
async function askVersions(
  entry: CatalogEntry,
  session: Session,
  config: CloudConfig,
  cache: Cache,
): Promise<string | undefined> {
  let reason: string | undefined
  for (const url of versionUrls(entry, config)) {
    // A websocket has no document.
    if (!/^https?:/i.test(url)) continue
    try {
      const versions = versionsOf(await session.document(url))
      if (versions.length === 0) continue
      const value = {versions: versions.map((version) => ({...version}))}
      await cache.put('version', {url}, {cloud: config.name ?? '', scope: url}, value, Date.now() + DAY)
      return undefined
    } catch (error) {
      if (!(error instanceof OscError)) throw error
      // No document is there: not every service has one.
      if (error instanceof HttpError && error.failure.status < 500) continue
      reason = `${entry.type}: ${error.message}`
    }
  }
  return reason
}

/** Each service is asked for itself: what one of them answers does not wait for another, nor fall with it. */
async function askExtensions(session: Session, config: CloudConfig, cacheDir: string): Promise<string[]> {
  const observed = new Observed()
  const requested = EXTENSIBLE.map(async (service): Promise<string[]> => {
    try {
      const listed = await extensionsOf(session, service)
      if (listed)
        observed.addExtensions(
          service,
          listed.flatMap(({alias}) => asText(alias) ?? []),
        )
      return []
    } catch (error) {
      if (error instanceof OscError) return [`${service}: ${error.message}`]
      throw error
    }
  })
  const reasons = (await Promise.all(requested)).flat()
  if (!observed.isEmpty) await remember(observed, config, cacheDir)
  return reasons
}
