/**
 * Options accepted anywhere on the line, also before the command. Names, variables and choices are those of
 * python-openstackclient and the plugins it loads.
 */
export interface GlobalOption {
  /** With its dashes: `--os-cloud`. */
  name: string
  char?: 'h' | 'q' | 'v'
  /** The setting's name, as openstacksdk calls it: `cloud`, `region_name`, `auth_type`. */
  dest: string
  /** Placeholder of the value in help; absent for a switch. */
  value?: string
  choices?: readonly string[]
  env?: string
  group: 'tool' | 'cloud' | 'authentication' | 'API versions'
  summary: string
}

type Details = Partial<Omit<GlobalOption, 'name' | 'group' | 'summary'>>

function option(group: GlobalOption['group'], name: string, summary: string, details: Details = {}): GlobalOption {
  const stem = name.replace(/^--(os-)?/, '').replaceAll('-', '_')
  const env = name.startsWith('--os-') && details.value ? {env: `OS_${stem.toUpperCase()}`} : {}
  return {name, dest: stem, group, summary, ...env, ...details}
}

const tool = (name: string, summary: string, details?: Details) => option('tool', name, summary, details)
const cloud = (name: string, value: string, summary: string, details?: Details) =>
  option('cloud', name, summary, {value, ...details})
const auth = (name: string, value: string, summary: string, details?: Details) =>
  option('authentication', name, summary, {value, ...details})
const apiVersion = (service: string) =>
  option('API versions', `--os-${service}-api-version`, `API version or microversion of the ${service} service`, {
    value: 'VERSION',
    dest: `os_${service.replaceAll('-', '_')}_api_version`,
  })

const AUTH_TYPES = [
  'admin_token',
  'http_basic',
  'noauth',
  'none',
  'password',
  'token',
  'token_endpoint',
  'v3adfspassword',
  'v3applicationcredential',
  'v3multifactor',
  'v3oauth1',
  'v3oauth2clientcredential',
  'v3oauth2mtlsclientcredential',
  'v3oidcaccesstoken',
  'v3oidcauthcode',
  'v3oidcclientcredentials',
  'v3oidcdeviceauthz',
  'v3oidcpassword',
  'v3password',
  'v3samlpassword',
  'v3token',
  'v3tokenlessauth',
  'v3totp',
]

let table: readonly GlobalOption[] | undefined

export function globalOptions(): readonly GlobalOption[] {
  table ??= build()
  return table
}

const build = (): GlobalOption[] => [
  tool('--version', 'Print the version of osc'),
  tool('--verbose', 'Print more messages (repeatable)', {char: 'v'}),
  tool('--quiet', 'Print only results and errors', {char: 'q'}),
  tool('--help', 'Show help for the command, or for osc', {char: 'h'}),
  tool('--debug', 'Print requests, responses (secrets masked) and stack traces'),
  tool('--log-file', 'File to append log messages to, readable only by you', {value: 'FILE'}),
  tool('--timing', 'Print the duration of each request'),
  tool('--no-cache', 'Do not read or write cached tokens, catalogs and versions'),
  tool('--no-hints', 'Do not print next steps on a terminal (also: OSC_HINTS=0)'),
  tool('--os-beta-command', 'Allow beta commands, which may change', {dest: 'os_beta_command'}),
  tool('--os-profile', 'HMAC key that enables OSProfiler tracing in the services', {
    value: 'HMAC-KEY',
    dest: 'profile',
    env: 'OS_PROFILE',
  }),
  cloud('--os-cloud', 'NAME', 'Entry of clouds.yaml to use'),
  cloud('--os-region-name', 'REGION', 'Region whose endpoints are used'),
  cloud('--os-interface', 'INTERFACE', 'Endpoint interface to use', {
    choices: ['admin', 'public', 'internal'],
  }),
  cloud('--os-cacert', 'FILE', 'CA certificate bundle to trust (PEM)'),
  cloud('--os-cert', 'FILE', 'Client certificate (PEM)'),
  cloud('--os-key', 'FILE', 'Private key of the client certificate (PEM)'),
  option('cloud', '--verify', 'Verify server certificates (default)'),
  option('cloud', '--insecure', 'Accept any server certificate (unsafe)'),
  cloud('--os-service-provider', 'ID', 'Federated cloud to use (Keystone to Keystone)'),
  cloud('--os-remote-project-name', 'NAME', 'Name of the project in the federated cloud'),
  cloud('--os-remote-project-id', 'ID', 'ID of the project in the federated cloud'),
  cloud('--os-remote-project-domain-name', 'NAME', 'Domain name of the project in the federated cloud'),
  cloud('--os-remote-project-domain-id', 'ID', 'Domain ID of the project in the federated cloud'),
  auth('--os-auth-type', 'TYPE', 'Authentication type', {choices: AUTH_TYPES}),
  auth('--os-auth-url', 'URL', 'Keystone URL'),
  auth('--os-username', 'NAME', 'User name'),
  auth('--os-user-id', 'ID', 'User ID'),
  auth('--os-user', 'USER', 'User for authentication type gnocchi-basic'),
  auth('--os-password', 'PASSWORD', 'Password (safer in clouds.yaml or OS_PASSWORD)'),
  auth('--os-passcode', 'CODE', 'One-time passcode (TOTP)'),
  auth('--os-user-domain-id', 'ID', 'Domain ID of the user'),
  auth('--os-user-domain-name', 'NAME', 'Domain name of the user'),
  auth('--os-project-id', 'ID', 'ID of the project to work in'),
  auth('--os-project-name', 'NAME', 'Name of the project to work in'),
  auth('--os-tenant-id', 'ID', 'Deprecated: use --os-project-id', {dest: 'project_id'}),
  auth('--os-tenant-name', 'NAME', 'Deprecated: use --os-project-name', {dest: 'project_name'}),
  auth('--os-project-domain-id', 'ID', 'Domain ID of the project'),
  auth('--os-project-domain-name', 'NAME', 'Domain name of the project'),
  auth('--os-domain-id', 'ID', 'ID of the domain to log in to (domain scope)'),
  auth('--os-domain-name', 'NAME', 'Name of the domain to log in to (domain scope)'),
  auth('--os-system-scope', 'all', 'Log in to the whole deployment (system scope)'),
  auth('--os-trust-id', 'ID', 'ID of the trust to use'),
  auth('--os-default-domain', 'DOMAIN', 'Domain of user and project if none is specified'),
  auth('--os-default-domain-id', 'ID', 'Domain ID of user and project if none is specified'),
  auth('--os-default-domain-name', 'NAME', 'Domain name of user and project if none is specified'),
  auth('--os-token', 'TOKEN', 'Token to use, or to exchange for a new one'),
  auth('--os-endpoint', 'URL', 'Service endpoint, for authentication types without a catalog'),
  auth('--os-auth-methods', 'METHODS', 'Multi-factor authentication methods (comma-separated)'),
  auth('--os-application-credential-id', 'ID', 'Application credential ID'),
  auth('--os-application-credential-name', 'NAME', 'Application credential name'),
  auth('--os-application-credential-secret', 'SECRET', 'Application credential secret'),
  auth('--os-identity-provider', 'ID', 'Identity provider ID (federation)'),
  auth('--os-identity-provider-url', 'URL', 'Identity provider URL (SAML)'),
  auth('--os-protocol', 'PROTOCOL', 'Federation protocol'),
  auth('--os-service-provider-endpoint', 'URL', 'Service provider endpoint (ADFS)'),
  auth('--os-service-provider-entity-id', 'ID', 'Service provider entity ID (ADFS)'),
  auth('--os-client-id', 'ID', 'OpenID Connect client ID'),
  auth('--os-client-secret', 'SECRET', 'OpenID Connect client secret'),
  auth('--os-openid-scope', 'SCOPE', 'OpenID Connect scope'),
  auth('--os-openid-client-id', 'ID', 'OpenID Connect client ID for authentication type vitrage-keycloak'),
  auth('--os-realm-name', 'NAME', 'Realm for authentication type vitrage-keycloak'),
  auth('--os-access-token', 'TOKEN', 'OpenID Connect access token'),
  auth('--os-access-token-endpoint', 'URL', 'OpenID Connect token endpoint'),
  auth('--os-access-token-type', 'TYPE', 'OpenID Connect token to use: access_token or id_token'),
  auth('--os-discovery-endpoint', 'URL', 'OpenID Connect discovery document URL'),
  auth('--os-device-authorization-endpoint', 'URL', 'OpenID Connect device authorization endpoint'),
  auth('--os-code-challenge-method', 'METHOD', 'PKCE code challenge method of the device flow'),
  auth('--os-redirect-uri', 'URI', 'OpenID Connect redirect URI'),
  auth('--os-code', 'CODE', 'OpenID Connect authorization code'),
  auth('--os-idp-otp-key', 'KEY', 'Parameter name of the one-time password at the identity provider'),
  auth('--os-oauth2-endpoint', 'URL', 'OAuth 2.0 token endpoint'),
  auth('--os-oauth2-client-id', 'ID', 'OAuth 2.0 client ID'),
  auth('--os-oauth2-client-secret', 'SECRET', 'OAuth 2.0 client secret'),
  auth('--os-consumer-key', 'KEY', 'OAuth 1.0a consumer key'),
  auth('--os-consumer-secret', 'SECRET', 'OAuth 1.0a consumer secret'),
  auth('--os-access-key', 'KEY', 'OAuth 1.0a access token key'),
  auth('--os-access-secret', 'SECRET', 'OAuth 1.0a access token secret'),
  auth('--os-roles', 'ROLES', 'Roles for the no-authentication types of Aodh, Gnocchi and Vitrage'),
  auth('--os-aodh-endpoint', 'URL', 'Aodh endpoint for the no-authentication type'),
  auth('--os-endpoint-override', 'URL', 'Manila endpoint', {
    dest: 'os_endpoint_override',
    env: 'OS_SHARED_FILE_SYSTEM_ENDPOINT_OVERRIDE',
  }),
  ...[
    'compute',
    'identity',
    'image',
    'network',
    'object',
    'volume',
    'orchestration',
    'workflow',
    'alarming',
    'queues',
    'tripleoclient',
    'metrics',
    'placement',
    'key-manager',
    'dns',
    'baremetal',
    'container-infra',
    'share',
    'loadbalancer',
    'database',
    'rca',
    'infra-optim',
    'container',
  ].map(apiVersion),
]
