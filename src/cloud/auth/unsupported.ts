import {requireCloud} from '#cloud/config/require'
import type {CloudConfig} from '#cloud/config/types'
import {settingText} from '#cloud/service-settings'
import {ConfigError} from '#errors'

const CREDENTIAL =
  'Log in once in the dashboard or with the openstack client, create an application credential there, and use v3applicationcredential.'

const ADVICE: readonly [pattern: RegExp, instead: string][] = [
  [/^v2/, 'Keystone no longer serves Identity API v2.0. Use password or token.'],
  [/saml|adfs|kerb/, CREDENTIAL],
  [/^(aodh|gnocchi|vitrage|cinder)-?noauth/, 'Use none with auth.endpoint.'],
  [/^gnocchi-basic$/, 'Use http_basic with auth.endpoint.'],
  [/keycloak/, 'Use v3oidcpassword or v3oidcaccesstoken.'],
]

/** Says that an authentication type, or a service provider, is not supported, and what to use; or that it is unknown. */
export function unsupported(config: CloudConfig): ConfigError {
  const {authType, settings, sources} = config
  const provider = settingText(settings.service_provider)
  if (provider !== undefined) {
    return new ConfigError(`Login to the federated cloud '${provider}' (Keystone to Keystone) is not supported.`, {
      hint: 'Create an application credential in that cloud, and add an entry with v3applicationcredential to clouds.yaml.',
      code: 'UnsupportedAuthType',
    })
  }
  const [, hint] = ADVICE.find(([pattern]) => pattern.test(authType)) ?? []
  if (hint === undefined) requireCloud(config)
  const from = sources.auth_type === undefined ? '' : ` (from ${sources.auth_type.name})`
  return new ConfigError(`Authentication type '${authType}'${from} is not supported.`, {
    hint,
    code: 'UnsupportedAuthType',
  })
}
