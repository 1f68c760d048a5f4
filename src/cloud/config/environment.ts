import {authOptions, optionName} from '#cloud/config/auth-types'
import type {LocatedMap} from '#cloud/config/located'
import type {ConfigInput} from '#cloud/config/types'

/** Variables that choose where to read, or which cloud; they describe none. */
const SELECTORS = new Set([
  'OS_CLOUD',
  'OS_CLOUD_NAME',
  'OS_REGION_NAME',
  'OS_CLIENT_CONFIG_FILE',
  'OS_CLIENT_SECURE_FILE',
  'OS_CLIENT_VENDOR_FILE',
])
/** Of tests and logging, not of clouds. */
const FOREIGN = /^OS_(?:TEST|STD|LOG)/

/** What `openstack` takes from the environment on top of an entry of clouds.yaml, besides versions and authentication. */
const OVERRIDES = new Set([
  'region_name',
  'interface',
  'auth_type',
  'cacert',
  'cert',
  'key',
  'default_domain',
  'service_provider',
  'remote_project_name',
  'remote_project_id',
  'remote_project_domain_name',
  'remote_project_domain_id',
])

type Env = ConfigInput['env']

/** The name under which the environment's own cloud can be selected. */
export const environmentCloud = (env: Env): string => env.OS_CLOUD_NAME || 'envvars'

/** Whether the OS_* variables describe a cloud. Empty variables count as unset. */
export const describesCloud = (env: Env): boolean => names(env).some((name) => !SELECTORS.has(name))

/** Names of what a log-in begins with: an address or a credential. */
const LOG_IN =
  /^OS_(?:URL|AUTH_URL|(?:\w+_)?ENDPOINT(?:_OVERRIDE)?|(?:AUTH_|ACCESS_)?TOKEN|USER_?NAME|USER_ID|PASSWORD|PASSCODE|APPLICATION_CREDENTIAL_\w+)$/

/** Whether the OS_* variables say where, or as whom, to log in. */
export const logsIn = (env: Env): boolean => names(env).some((name) => LOG_IN.test(name))

/** Every OS_* variable as an entry: the cloud that the environment describes. */
export const environmentEntry = (env: Env): LocatedMap =>
  entry(env, (key, name) => key === 'region_name' || !SELECTORS.has(name))

/** The variables that beat what an entry of clouds.yaml says, because `openstack` has an option for each. */
export function environmentOverrides(env: Env): LocatedMap {
  const auth = authOptions()
  return entry(env, (key) => OVERRIDES.has(key) || auth.has(optionName(key)) || key.endsWith('_api_version'))
}

const names = (env: Env): string[] =>
  Object.keys(env).filter((name) => name.startsWith('OS_') && env[name] && !FOREIGN.test(name))

function entry(env: Env, wanted: (key: string, name: string) => boolean): LocatedMap {
  const pairs = names(env).map((name) => [name.slice(3).toLowerCase(), name] as const)
  return new Map(
    pairs
      .filter(([key, name]) => wanted(key, name))
      .map(([key, name]) => [key, {value: env[name] ?? null, source: {kind: 'environment', name}}]),
  )
}
