import {authOptions, oldOptionNames} from '#cloud/config/auth-types'
import {isMap, type LocatedMap, underscored} from '#cloud/config/located'
import {editDistance} from '#text/edit-distance'

const KEYS = `auth auth_type auth_plugin region_name regions profile cloud interface endpoint_type verify insecure cacert
  cert key api_timeout networks external_network internal_network force_ipv4 prefer_ipv6 default_domain
  default_microversion floating_ip_source secgroup_source image_format image_api_use_tasks cache service_provider
  remote_project_id remote_project_name remote_project_domain_id remote_project_domain_name status message`
const SERVICE_KEYS = `api_version endpoint_override service_type service_name interface endpoint_type region_name
  default_microversion status_code_retries connect_retries endpoint`
const SERVICES =
  'identity compute image network volume block_storage object_store orchestration workflow dns baremetal placement key_manager'

// Words that people use for a setting that has a longer name.
const SHORT = new Map([
  ['region', 'region_name'],
  ['project', 'project_name'],
  ['tenant', 'project_name'],
])

const words = (text: string): string[] => text.split(/\s+/)

/** One line for each key of the entry that is clearly a slip: unknown, long, and one letter away from a known one. */
export function misspelled(entry: LocatedMap, path: string): string[] {
  const keys = words(SERVICE_KEYS)
  const services = words(SERVICES).flatMap((service) => keys.map((key) => `${service}_${key}`))
  const options = [...authOptions(), ...oldOptionNames()]
  const auth = entry.get('auth')?.value
  return [
    ...slips(entry, [...words(KEYS), ...options, ...services], path),
    ...(isMap(auth) ? slips(auth, options, `${path}.auth`) : []),
  ]
}

function slips(entry: LocatedMap, names: readonly string[], path: string): string[] {
  const known = new Set(names)
  const unknown = [...entry]
    .map(([key, {source}]) => ({key, name: underscored(key), source}))
    .filter(({name}) => !known.has(name))
  return unknown.flatMap(({key, name, source}) => {
    const meant = SHORT.get(name) ?? (name.length > 4 && names.find((each) => editDistance(name, each) === 1))
    return meant ? [`${source.name}: ${path}.${key} is not a setting; did you mean ${meant}?`] : []
  })
}
