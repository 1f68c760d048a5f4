import type {AuthContext, LogIn, Login} from '#cloud/auth/types'
import {settingText} from '#cloud/service-settings'

const METHODS: Readonly<Record<string, () => Promise<{logIn: LogIn}>>> = {
  password: () => import('#cloud/auth/password'),
  v3password: () => import('#cloud/auth/password'),
  token: () => import('#cloud/auth/token'),
  v3token: () => import('#cloud/auth/token'),
  v3applicationcredential: () => import('#cloud/auth/application-credential'),
  v3totp: () => import('#cloud/auth/totp'),
  v3multifactor: () => import('#cloud/auth/multifactor'),
  none: () => import('#cloud/auth/none'),
  noauth: () => import('#cloud/auth/none'),
  admin_token: () => import('#cloud/auth/admin-token'),
  http_basic: () => import('#cloud/auth/http-basic'),
  'keycloak-oidc': () => import('#cloud/auth/keycloak-oidc'),
  v3oidcclientcredentials: () => import('#cloud/auth/oidc-client-credentials'),
  v3oidcpassword: () => import('#cloud/auth/oidc-password'),
  v3oidcaccesstoken: () => import('#cloud/auth/oidc-access-token'),
  v3oidcauthcode: () => import('#cloud/auth/oidc-auth-code'),
  v3oidcdeviceauthz: () => import('#cloud/auth/oidc-device'),
  v3oauth1: () => import('#cloud/auth/oauth1'),
  v3oauth2clientcredential: () => import('#cloud/auth/oauth2-client-credential'),
  v3oauth2mtlsclientcredential: () => import('#cloud/auth/oauth2-mtls'),
  v3tokenlessauth: () => import('#cloud/auth/tokenless'),
}

/** Logs in as the configuration says; only the code of its authentication type is loaded. ConfigError when that lacks something. */
export async function logIn(context: AuthContext): Promise<Login> {
  const {config} = context
  const load = Object.hasOwn(METHODS, config.authType) ? METHODS[config.authType] : undefined
  if (!load || settingText(config.settings.service_provider) !== undefined) {
    const {unsupported} = await import('#cloud/auth/unsupported')
    throw unsupported(config)
  }
  const [{requireCloud}, method] = await Promise.all([import('#cloud/config/require'), load()])
  requireCloud(config)
  return await method.logIn(context)
}
