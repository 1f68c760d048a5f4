import {origin, param} from '#cloud/auth/params'
import type {CloudConfig} from '#cloud/config/types'

/** What to look at when a service answers 401 to what the log-in gave; undefined where that adds nothing. */
export function rejectionHint(config: CloudConfig): string | undefined {
  const {authType, sources} = config
  switch (authType) {
    case 'none':
    case 'noauth': {
      const place = sources.auth_type === undefined ? '' : ` (from ${sources.auth_type.name})`
      return `Authentication type ${authType}${place} does not log in, but this service requires a login.`
    }
    case 'admin_token':
      return `Get a new token: the current one${origin(config, 'token')} has expired, was revoked, or belongs to another cloud.`
    case 'http_basic': {
      const user = `username '${param(config, 'username') ?? ''}'${origin(config, 'username')}`
      return `The service rejected ${user} or its password${origin(config, 'password')}.`
    }
    case 'v3applicationcredential': {
      const name = param(config, 'application_credential_id') ?? param(config, 'application_credential_name') ?? ''
      return `The login succeeded, but the access rules of application credential '${name}' may not allow this request. To see them, log in as its user with a password: osc access rule list`
    }
    default:
      return undefined
  }
}
