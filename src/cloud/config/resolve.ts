import {resolveAuth} from '#cloud/config/auth'
import {expand, expandAll} from '#cloud/config/expand'
import {interfaceOf} from '#cloud/config/interface'
import type {Layer} from '#cloud/config/layer'
import {type Located, toSetting, type Value} from '#cloud/config/located'
import type {Region} from '#cloud/config/regions'
import {applyInsecure, tlsOf} from '#cloud/config/tls'
import type {CloudConfig, Source} from '#cloud/config/types'
import type {Json} from '#json'

type Resolved = Pick<
  CloudConfig,
  'region' | 'authType' | 'auth' | 'interface' | 'verify' | 'cacert' | 'cert' | 'key' | 'settings' | 'sources'
>

/** Settings that have a field of their own. */
const FIELDS = ['interface', 'verify', 'cacert', 'cert', 'key']

/** The configuration that all layers together make. */
export function resolve(layer: Layer, region: Region | undefined, home: string): Resolved {
  const {authType, authTypeSource, auth, settings} = resolveAuth(layer)
  applyInsecure(settings)
  const sources: Record<string, Source> = {
    auth_type: authTypeSource,
    ...sourcesOf(settings, ''),
    ...sourcesOf(auth, 'auth.'),
  }
  if (region) sources.region_name = region.source
  const fields = {interface: interfaceOf(settings.get('interface')), ...tlsOf(settings, home)}
  for (const key of FIELDS) settings.delete(key)

  const values = jsonOf(settings)
  const context = {...values, auth_type: authType, interface: fields.interface, region_name: region?.name ?? ''}
  const options = jsonOf(auth)
  return {
    region: region?.name,
    authType,
    auth: options.auth_url === undefined ? options : {...options, auth_url: expand(options.auth_url, context)},
    ...fields,
    settings: expandAll(values, context),
    sources,
  }
}

const jsonOf = (values: ReadonlyMap<string, Located>): Record<string, Json> =>
  Object.fromEntries([...values].map(([key, {value}]) => [key, isSeconds(key, value) ? value : toSetting(value)]))

/** Whole seconds are the one number that openstacksdk does not make text of. */
const isSeconds = (key: string, value: Value): value is number => key === 'api_timeout' && Number.isInteger(value)

const sourcesOf = (values: ReadonlyMap<string, Located>, prefix: string): Record<string, Source> =>
  Object.fromEntries([...values].map(([key, {source}]) => [prefix + key, source]))
