import {asObject, asText} from '@osc-cli/core'
import {cloudEntry} from '@osc-cli/core/test/integration/support/cloud'

/** Where the cloud under test logs in. */
export const authUrl = async (): Promise<string> => asText(asObject((await cloudEntry()).auth).auth_url) ?? ''

/** The administrator's login in environment variables, without a scope: tests add one. */
export async function loginEnv(): Promise<Record<string, string | undefined>> {
  const auth = asObject((await cloudEntry()).auth)
  return {
    OS_CLOUD: undefined,
    OS_CLIENT_CONFIG_FILE: undefined,
    OS_IDENTITY_API_VERSION: '3',
    OS_AUTH_URL: await authUrl(),
    OS_USERNAME: asText(auth.username),
    OS_PASSWORD: asText(auth.password),
    OS_USER_DOMAIN_NAME: asText(auth.user_domain_name),
  }
}
