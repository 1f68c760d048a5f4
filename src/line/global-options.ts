/**
 * The options that may stand anywhere on the line, also before the command. Names, variables and choices are those of
 * python-openstackclient and the plugins it loads.
 */
export interface GlobalOption {
  /** With its dashes: `--os-cloud`. */
  name: string
  char?: 'h' | 'q' | 'v'
  /** The setting's name, as openstacksdk calls it: `cloud`, `region_name`, `auth_type`. */
  dest: string
  /** What the value is called in help; absent for a switch. */
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
  option('API versions', `--os-${service}-api-version`, `API version, or microversion, of the ${service} service.`, {
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
  tool('--version', 'Print the version of osc.'),
  tool('--verbose', 'Say more; twice for even more.', {char: 'v'}),
  tool('--quiet', 'Say nothing but results and errors.', {char: 'q'}),
  tool('--help', 'Show help for the command, or for osc.', {char: 'h'}),
  tool('--debug', 'Print requests and answers, secrets masked, and the stack of an error.'),
  tool('--log-file', 'Append what happens to this file, readable for you only.', {value: 'FILE'}),
  tool('--timing', 'Print how long each request took.'),
  tool('--no-cache', 'Neither read nor write cached tokens, catalogs and versions.'),
  tool('--no-hints', 'On a terminal, say nothing of what to do next (OSC_HINTS=0 too).'),
  tool('--os-beta-command', 'Allow commands that may still change.', {dest: 'os_beta_command'}),
  tool('--os-profile', 'Key that starts a profile of the requests in the services.', {
    value: 'HMAC-KEY',
    dest: 'profile',
    env: 'OS_PROFILE',
  }),
  cloud('--os-cloud', 'NAME', 'The entry of clouds.yaml to use.'),
  cloud('--os-region-name', 'REGION', 'The region whose endpoints are used.'),
  cloud('--os-interface', 'INTERFACE', 'The kind of endpoint that is used.', {
    choices: ['admin', 'public', 'internal'],
  }),
  cloud('--os-cacert', 'FILE', 'Certificates of the authorities to trust, PEM.'),
  cloud('--os-cert', 'FILE', 'Client certificate, PEM.'),
  cloud('--os-key', 'FILE', 'Key of the client certificate, PEM.'),
  option('cloud', '--verify', 'Verify the certificates of servers (the default).'),
  option('cloud', '--insecure', 'Accept any certificate. Unsafe.'),
  cloud('--os-service-provider', 'ID', 'Act in this federated cloud (Keystone to Keystone).'),
  cloud('--os-remote-project-name', 'NAME', 'Project in the federated cloud.'),
  cloud('--os-remote-project-id', 'ID', 'Project in the federated cloud.'),
  cloud('--os-remote-project-domain-name', 'NAME', 'Domain of the project in the federated cloud.'),
  cloud('--os-remote-project-domain-id', 'ID', 'Domain of the project in the federated cloud.'),
  auth('--os-auth-type', 'TYPE', 'How to log in.', {choices: AUTH_TYPES}),
  auth('--os-auth-url', 'URL', 'Where Keystone is.'),
  auth('--os-username', 'NAME', 'User.'),
  auth('--os-user-id', 'ID', 'User.'),
  auth('--os-user', 'USER', 'User of gnocchi-basic.'),
  auth('--os-password', 'PASSWORD', 'Password. Better kept in clouds.yaml or OS_PASSWORD.'),
  auth('--os-passcode', 'CODE', 'One-time code (TOTP).'),
  auth('--os-user-domain-id', 'ID', 'Domain of the user.'),
  auth('--os-user-domain-name', 'NAME', 'Domain of the user.'),
  auth('--os-project-id', 'ID', 'Project to work in.'),
  auth('--os-project-name', 'NAME', 'Project to work in.'),
  auth('--os-tenant-id', 'ID', 'Old name of --os-project-id.', {dest: 'project_id'}),
  auth('--os-tenant-name', 'NAME', 'Old name of --os-project-name.', {dest: 'project_name'}),
  auth('--os-project-domain-id', 'ID', 'Domain of the project.'),
  auth('--os-project-domain-name', 'NAME', 'Domain of the project.'),
  auth('--os-domain-id', 'ID', 'Domain to work on.'),
  auth('--os-domain-name', 'NAME', 'Domain to work on.'),
  auth('--os-system-scope', 'all', 'Work on the whole deployment.'),
  auth('--os-trust-id', 'ID', 'Trust to use.'),
  auth('--os-default-domain', 'DOMAIN', 'Domain of user and project when none is named.'),
  auth('--os-default-domain-id', 'ID', 'Domain of user and project when none is named.'),
  auth('--os-default-domain-name', 'NAME', 'Domain of user and project when none is named.'),
  auth('--os-token', 'TOKEN', 'Token to use, or to get another one with.'),
  auth('--os-endpoint', 'URL', 'The service itself, for the authentication types without a catalog.'),
  auth('--os-auth-methods', 'METHODS', 'Methods of multi-factor authentication, comma-separated.'),
  auth('--os-application-credential-id', 'ID', 'Application credential.'),
  auth('--os-application-credential-name', 'NAME', 'Application credential.'),
  auth('--os-application-credential-secret', 'SECRET', 'Secret of the application credential.'),
  auth('--os-identity-provider', 'ID', 'Identity provider (federation).'),
  auth('--os-identity-provider-url', 'URL', 'Address of the identity provider (SAML).'),
  auth('--os-protocol', 'PROTOCOL', 'Federation protocol.'),
  auth('--os-service-provider-endpoint', 'URL', 'Endpoint of the service provider (ADFS).'),
  auth('--os-service-provider-entity-id', 'ID', 'Entity of the service provider (ADFS).'),
  auth('--os-client-id', 'ID', 'OpenID Connect client.'),
  auth('--os-client-secret', 'SECRET', 'Secret of the OpenID Connect client.'),
  auth('--os-openid-scope', 'SCOPE', 'OpenID Connect scope.'),
  auth('--os-openid-client-id', 'ID', 'OpenID Connect client of vitrage-keycloak.'),
  auth('--os-realm-name', 'NAME', 'Realm of vitrage-keycloak.'),
  auth('--os-access-token', 'TOKEN', 'OpenID Connect access token.'),
  auth('--os-access-token-endpoint', 'URL', 'Where OpenID Connect gives out tokens.'),
  auth('--os-access-token-type', 'TYPE', 'Which OpenID Connect token to use: access_token or id_token.'),
  auth('--os-discovery-endpoint', 'URL', 'OpenID Connect discovery document.'),
  auth('--os-device-authorization-endpoint', 'URL', 'OpenID Connect device authorization.'),
  auth('--os-code-challenge-method', 'METHOD', 'PKCE method of the device flow.'),
  auth('--os-redirect-uri', 'URI', 'OpenID Connect redirection.'),
  auth('--os-code', 'CODE', 'OpenID Connect authorization code.'),
  auth('--os-idp-otp-key', 'KEY', 'Name under which the identity provider takes a one-time password.'),
  auth('--os-oauth2-endpoint', 'URL', 'OAuth 2.0 token endpoint.'),
  auth('--os-oauth2-client-id', 'ID', 'OAuth 2.0 client.'),
  auth('--os-oauth2-client-secret', 'SECRET', 'Secret of the OAuth 2.0 client.'),
  auth('--os-consumer-key', 'KEY', 'OAuth 1.0a consumer.'),
  auth('--os-consumer-secret', 'SECRET', 'Secret of the OAuth 1.0a consumer.'),
  auth('--os-access-key', 'KEY', 'OAuth 1.0a access token.'),
  auth('--os-access-secret', 'SECRET', 'Secret of the OAuth 1.0a access token.'),
  auth('--os-roles', 'ROLES', 'Roles of the aodh, gnocchi and vitrage no-authentication types.'),
  auth('--os-aodh-endpoint', 'URL', 'Where aodh is, without authentication.'),
  auth('--os-endpoint-override', 'URL', 'Where manila is.', {
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
