/** What one authentication type of keystoneauth takes. */
export interface AuthType {
  options: readonly string[]
  /** Must be there; where names are joined by `|`, one of them. Passwords and passcodes can still be asked for. */
  required: readonly string[]
}

const words = (text: string): string[] => text.split(' ').filter(Boolean)

const SCOPE =
  'auth_url system_scope domain_id domain_name project_id project_name project_domain_id project_domain_name trust_id'
const DEFAULTS = 'default_domain_id default_domain_name'
const USER = 'user_id username user_domain_id user_domain_name'
const FEDERATED = `${SCOPE} identity_provider protocol`
const OIDC = `${FEDERATED} client_id client_secret scope access_token_endpoint discovery_endpoint access_token_type`
const OIDC_REQUIRED = 'identity_provider protocol'
const SAML_REQUIRED = `${OIDC_REQUIRED} identity_provider_url`

// Options, then what is required besides auth_url. https://docs.openstack.org/keystoneauth/latest/plugin-options.html
const KEYSTONE: Readonly<Record<string, readonly [options: string, required: string]>> = {
  password: [`${SCOPE} ${DEFAULTS} ${USER} password`, 'username|user_id'],
  token: [`${SCOPE} ${DEFAULTS} token`, 'token'],
  v3password: [`${SCOPE} ${USER} password`, 'username|user_id'],
  v3token: [`${SCOPE} token`, 'token'],
  v3totp: [`${SCOPE} ${USER} passcode`, 'username|user_id'],
  v3applicationcredential: [
    `${SCOPE} ${USER} application_credential_id application_credential_name application_credential_secret`,
    'application_credential_id|application_credential_name application_credential_secret',
  ],
  v3multifactor: [`${SCOPE} auth_methods`, 'auth_methods'],
  v3adfspassword: [
    `${FEDERATED} identity_provider_url service_provider_endpoint service_provider_entity_id username password`,
    `${SAML_REQUIRED} service_provider_endpoint service_provider_entity_id username`,
  ],
  v3samlpassword: [`${FEDERATED} identity_provider_url username password`, `${SAML_REQUIRED} username`],
  v3oidcaccesstoken: [`${FEDERATED} access_token`, `${OIDC_REQUIRED} access_token`],
  v3oidcauthcode: [`${OIDC} redirect_uri code`, `${OIDC_REQUIRED} client_id code`],
  v3oidcclientcredentials: [OIDC, `${OIDC_REQUIRED} client_id client_secret`],
  v3oidcdeviceauthz: [`${OIDC} device_authorization_endpoint code_challenge_method`, `${OIDC_REQUIRED} client_id`],
  v3oidcpassword: [`${OIDC} username password idp_otp_key`, `${OIDC_REQUIRED} client_id username`],
  v3oauth1: [
    'auth_url consumer_key consumer_secret access_key access_secret',
    'consumer_key consumer_secret access_key access_secret',
  ],
  v3oauth2clientcredential: [
    `${SCOPE} oauth2_endpoint oauth2_client_id oauth2_client_secret`,
    'oauth2_endpoint oauth2_client_id oauth2_client_secret',
  ],
  v3oauth2mtlsclientcredential: [`${SCOPE} oauth2_endpoint oauth2_client_id`, 'oauth2_endpoint oauth2_client_id'],
  v3tokenlessauth: [SCOPE.replace('system_scope ', '').replace(' trust_id', ''), ''],
}

// These do without Keystone: the endpoint is the service itself.
const DIRECT: Readonly<Record<string, readonly [options: string, required: string]>> = {
  admin_token: ['endpoint token', 'token'],
  http_basic: ['endpoint username password', 'username'],
  'keycloak-oidc': [
    'auth_url endpoint project_name client_id client_secret username password',
    'auth_url project_name client_id username',
  ],
  noauth: ['endpoint user_id project_id', ''],
  none: ['endpoint', ''],
}

/** Undefined for a type that osc does not know. */
export function authTypeOf(name: string): AuthType | undefined {
  const keystone = Object.hasOwn(KEYSTONE, name) ? KEYSTONE[name] : undefined
  if (keystone) return {options: words(keystone[0]), required: ['auth_url', ...words(keystone[1])]}
  const direct = Object.hasOwn(DIRECT, name) ? DIRECT[name] : undefined
  return direct && {options: words(direct[0]), required: ['endpoint', ...words(direct[1])]}
}

export const authTypeNames = (): string[] => [...Object.keys(KEYSTONE), ...Object.keys(DIRECT), 'token_endpoint'].sort()

/** Every option of every type: what may be beside `auth`, in a variable or on the line. */
export const authOptions = (): ReadonlySet<string> =>
  new Set(words([...Object.values(KEYSTONE), ...Object.values(DIRECT)].map(([options]) => options).join(' ')))

const ALIASES = new Map([
  ['tenant_id', 'project_id'],
  ['tenant_name', 'project_name'],
  ['auth_token', 'token'],
  ['user_name', 'username'],
  ['url', 'endpoint'],
  ['openid_scope', 'scope'],
  ['authorization_code', 'code'],
])

/** The name of today of an option: some have others in old clouds.yaml files and variables, or on the line. */
export const optionName = (name: string): string => ALIASES.get(name) ?? name

export const oldOptionNames = (): string[] => [...ALIASES.keys()]
