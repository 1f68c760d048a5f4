import {readAccess} from '#cloud/auth/access'
import {tokenKey} from '#cloud/auth/token-key'
import {type Cache, openCache} from '#cloud/cache/cache'
import {loadCloudConfig} from '#cloud/config/load'
import type {CloudConfig} from '#cloud/config/types'
import {readVersion} from '#cloud/discovery'
import {serviceType} from '#cloud/service-types'
import type {Access} from '#cloud/types'
import type {Context, Known, Microversions} from '#context/context'
import {versionUrls} from '#context/offers'
import {contextKey, type Dated, decodeRemembered} from '#context/stored'
import {asArray, asObject} from '#json'
import {homeOf} from '#process'

/** What of the process and the line decides which cloud is meant, and where its cache is. */
export interface ContextInput {
  options: Readonly<Record<string, string | boolean>>
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  cacheDir: string
}

/** Reads configuration and cache; nothing is sent, and nothing is an error. With --no-cache all of the cloud is unknown. */
export async function readContext({options, env, cwd, cacheDir}: ContextInput, now = Date.now()): Promise<Context> {
  const nothing = {now, access: undefined, microversions: {}, extensions: {}, names: {}}
  try {
    const config = await loadCloudConfig({options, env, cwd, home: homeOf(env)})
    const useCache = options.no_cache !== true && !env.OSC_NO_CACHE
    return contextOf(config, {cacheDir, useCache}, now)
  } catch (error) {
    return {...nothing, config: undefined, problem: error instanceof Error ? error : new Error(String(error))}
  }
}

export interface ContextPlace {
  cacheDir: string
  /** False with --no-cache or OSC_NO_CACHE. */
  useCache: boolean
}

/** What is known of a cloud whose configuration is read. */
export function contextOf(config: CloudConfig, {cacheDir, useCache}: ContextPlace, now = Date.now()): Context {
  return {now, problem: undefined, config, ...known(config, openCache({dir: cacheDir, enabled: useCache}))}
}

function known(config: CloudConfig, cache: Cache): Omit<Context, 'now' | 'config' | 'problem'> {
  const access = lastLogin(config, cache)
  const {names, extensions} = decodeRemembered(cache.get('context', contextKey(config)))
  return {
    access,
    microversions: access ? microversionsIn(access.value, config, cache) : {},
    extensions: sourced(extensions, () => 'osc extension list'),
    names: sourced(names, (noun) => `osc ${noun} list`),
  }
}

/** Also of a token that has expired: the roles and the catalog outlive it. */
function lastLogin(config: CloudConfig, cache: Cache): Context['access'] {
  const entry = cache.peek('token', tokenKey(config))
  if (!entry) return undefined
  const {token: _, ...access} = readAccess('', asObject(entry.value.answer))
  return {value: access, at: entry.savedAt, source: 'log-in'}
}

function microversionsIn(
  {catalog}: Omit<Access, 'token'>,
  config: CloudConfig,
  cache: Cache,
): Record<string, Known<Microversions>> {
  const found: Record<string, Known<Microversions>> = {}
  for (const entry of catalog) {
    for (const url of versionUrls(entry, config)) {
      const document = cache.peek('version', {url})
      const ranges = asArray(document?.value.versions).flatMap(readVersion)
      const {lowest, highest} = ranges.findLast((version) => version.highest !== undefined) ?? {}
      if (!document || lowest === undefined || highest === undefined) continue
      const source = `version document ${url}`
      found[serviceType(entry.type).type] ??= {value: {lowest, highest}, at: document.savedAt, source}
    }
  }
  return found
}

const sourced = <T>(
  lists: Readonly<Record<string, Dated<T>>>,
  source: (key: string) => string,
): Record<string, Known<readonly T[]>> =>
  Object.fromEntries(Object.entries(lists).map(([key, {at, list}]) => [key, {value: list, at, source: source(key)}]))
