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
import {KINDS} from '#resource/kinds'

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
  const {names, extensions, columns} = decodeRemembered(cache.get('context', contextKey(config)))
  return {
    access,
    ...(access ? versionsIn(access.value, config, cache) : {microversions: {}}),
    extensions: sourced(extensions, () => 'osc extension list'),
    names: sourced(names, (noun) => `osc ${KINDS[noun]?.list ?? `${noun} list`}`),
    columns: Object.fromEntries(Object.entries(columns).map(([command, {list}]) => [command, list])),
  }
}

/** Also of a token that has expired: the roles and the catalog outlive it. */
function lastLogin(config: CloudConfig, cache: Cache): Context['access'] {
  const entry = cache.read('token', tokenKey(config))
  if (!entry) return undefined
  const {token: _, ...access} = readAccess('', asObject(entry.value.answer))
  return {value: access, at: entry.savedAt, source: 'login'}
}

/** The documents in which services of the catalog list their versions, as far as they were read. */
function* documentsIn({catalog}: Omit<Access, 'token'>, config: CloudConfig, cache: Cache) {
  for (const entry of catalog) {
    for (const url of versionUrls(entry, config)) {
      const document = cache.read('version', {url})
      if (!document) continue
      const versions = asArray(document.value.versions).flatMap(readVersion)
      yield {type: serviceType(entry.type).type, versions, at: document.savedAt, source: `version document ${url}`}
    }
  }
}

function versionsIn(
  access: Omit<Access, 'token'>,
  config: CloudConfig,
  cache: Cache,
): Pick<Context, 'microversions' | 'versions'> {
  const microversions: Record<string, Known<Microversions>> = {}
  const found: Record<string, Known<string>> = {}
  for (const {type, versions, at, source} of documentsIn(access, config, cache)) {
    const {lowest, highest} = versions.findLast((version) => version.highest !== undefined) ?? {}
    if (lowest !== undefined && highest !== undefined) microversions[type] ??= {value: {lowest, highest}, at, source}
    const current = versions.find(({status}) => status === 'CURRENT' || status === 'STABLE')
    if (current) found[type] ??= {value: current.id, at, source}
  }
  return {microversions, versions: found}
}

const sourced = <T>(
  lists: Readonly<Record<string, Dated<T>>>,
  source: (key: string) => string,
): Record<string, Known<readonly T[]>> =>
  Object.fromEntries(Object.entries(lists).map(([key, {at, list}]) => [key, {value: list, at, source: source(key)}]))
