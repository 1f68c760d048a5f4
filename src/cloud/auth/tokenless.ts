import {bareAccess} from '#cloud/auth/access'
import {identityUrl} from '#cloud/auth/auth-url'
import {missing, param} from '#cloud/auth/params'
import type {LogIn} from '#cloud/auth/types'
import type {CloudConfig} from '#cloud/config/types'

/** `v3tokenlessauth`: Keystone alone, which knows the caller by a client certificate and the scope by headers. */
export const logIn: LogIn = async (context) => ({
  access: bareAccess(''),
  headers: scopeHeaders(context.config),
  authUrl: await identityUrl(context),
})

function scopeHeaders(config: CloudConfig): Record<string, string> {
  const names = ['project_id', 'project_name', 'domain_id', 'domain_name']
  const scope = names.find((name) => param(config, name) !== undefined)
  if (scope === undefined) throw missing(config, 'a scope', names)
  const shown = scope === 'project_name' ? [scope, projectDomain(config)] : [scope]
  return Object.fromEntries(shown.map((name) => [`x-${name.replaceAll('_', '-')}`, param(config, name) ?? '']))
}

function projectDomain(config: CloudConfig): string {
  const names = ['project_domain_id', 'project_domain_name']
  const domain = names.find((name) => param(config, name) !== undefined)
  if (domain === undefined) throw missing(config, 'the domain of the project', names)
  return domain
}
