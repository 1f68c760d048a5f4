/** How an authentication type is configured: what it is for, and an entry of clouds.yaml for it. */
interface AuthEntryExample {
  about: string
  /** The lines below `auth:`. */
  auth: Readonly<Record<string, string>>
  /** Lines beside `auth:`. */
  beside?: Readonly<Record<string, string>>
}

const URL = {auth_url: 'https://cloud.example.com:5000/v3'}
const USER = {username: 'me', user_domain_name: 'Default'}
const PROJECT = {project_name: 'demo', project_domain_name: 'Default'}
const PROVIDER = {identity_provider: 'myidp', protocol: 'openid'}
const CLIENT = {client_id: 'osc', client_secret: 'secret'}
const DISCOVERY = {discovery_endpoint: 'https://idp.example.com/.well-known/openid-configuration'}

/** The types that osc supports, the most used first. The names v3password and v3token are the same as password and token. */
export const AUTH_ENTRIES: Readonly<Record<string, AuthEntryExample>> = {
  password: {
    about: 'User name and password (default).',
    auth: {...URL, ...USER, password: 'secret', ...PROJECT},
  },
  v3applicationcredential: {
    about: 'Application credential: for programs, limited to one project.',
    auth: {...URL, application_credential_id: 'ID', application_credential_secret: 'secret'},
  },
  token: {about: 'A token that you already have.', auth: {...URL, token: 'TOKEN', ...PROJECT}},
  v3totp: {
    about: 'One-time passcode. osc prompts for the passcode.',
    auth: {...URL, ...USER, ...PROJECT},
  },
  v3multifactor: {
    about: 'Password and one-time passcode. osc prompts for missing values.',
    auth: {...URL, auth_methods: '[v3password, v3totp]', ...USER, password: 'secret', ...PROJECT},
  },
  v3oidcpassword: {
    about: 'OpenID Connect with user name and password.',
    auth: {...URL, ...PROVIDER, ...CLIENT, ...DISCOVERY, username: 'me', password: 'secret', ...PROJECT},
  },
  v3oidcclientcredentials: {
    about: 'OpenID Connect with the credentials of a client.',
    auth: {...URL, ...PROVIDER, ...CLIENT, ...DISCOVERY, ...PROJECT},
  },
  v3oidcdeviceauthz: {
    about: 'OpenID Connect in a browser, on any device.',
    auth: {...URL, ...PROVIDER, ...CLIENT, ...DISCOVERY, ...PROJECT},
  },
  v3oidcauthcode: {
    about: 'OpenID Connect with an authorization code.',
    auth: {
      ...URL,
      ...PROVIDER,
      ...CLIENT,
      ...DISCOVERY,
      redirect_uri: 'http://localhost:8080',
      code: 'CODE',
      ...PROJECT,
    },
  },
  v3oidcaccesstoken: {
    about: 'OpenID Connect with an access token that you already have.',
    auth: {...URL, ...PROVIDER, access_token: 'TOKEN', ...PROJECT},
  },
  v3oauth2clientcredential: {
    about: 'OAuth 2.0 client credentials, issued by Keystone.',
    auth: {
      ...URL,
      oauth2_endpoint: 'https://cloud.example.com:5000/v3/OS-OAUTH2/token',
      oauth2_client_id: 'ID',
      oauth2_client_secret: 'secret',
    },
  },
  v3oauth2mtlsclientcredential: {
    about: 'OAuth 2.0 client credentials with a client certificate.',
    auth: {
      ...URL,
      oauth2_endpoint: 'https://cloud.example.com:5000/v3/OS-OAUTH2/token',
      oauth2_client_id: 'ID',
    },
    beside: {cert: '/path/to/client.pem', key: '/path/to/client.key'},
  },
  v3oauth1: {
    about: 'OAuth 1.0a access token.',
    auth: {...URL, consumer_key: 'KEY', consumer_secret: 'secret', access_key: 'KEY', access_secret: 'secret'},
  },
  v3tokenlessauth: {
    about: 'Client certificate instead of a token.',
    auth: {...URL, ...PROJECT},
    beside: {cert: '/path/to/client.pem', key: '/path/to/client.key'},
  },
  http_basic: {
    about: 'HTTP basic authentication for one service without Keystone.',
    auth: {endpoint: 'https://baremetal.example.com:6385', username: 'me', password: 'secret'},
  },
  'keycloak-oidc': {
    about: 'Keycloak, for Mistral without Keystone. The project is the realm.',
    auth: {
      auth_url: 'https://keycloak.example.com:8443/auth',
      endpoint: 'https://mistral.example.com:8989/v2',
      project_name: 'realm',
      ...CLIENT,
      username: 'me',
      password: 'secret',
    },
  },
  none: {
    about: 'No authentication, for one service without Keystone.',
    auth: {endpoint: 'https://baremetal.example.com:6385'},
  },
  admin_token: {
    about: 'Fixed token and endpoint, for setting up Keystone.',
    auth: {endpoint: 'https://cloud.example.com:5000/v3', token: 'TOKEN'},
  },
}

/** The entry as lines of clouds.yaml, below `clouds:`. */
export function entryLines(type: string, {auth, beside = {}}: AuthEntryExample): string[] {
  return [
    'mycloud:',
    ...(type === 'password' ? [] : [`  auth_type: ${type}`]),
    '  auth:',
    ...Object.entries(auth).map(([key, value]) => `    ${key}: ${value}`),
    ...Object.entries(beside).map(([key, value]) => `  ${key}: ${value}`),
  ]
}
