import type {CloudConfig} from '#cloud/config/types'
import {ConfigError} from '#errors'

const SCOPES = /^(project_|tenant_|domain_(id|name)$|system_scope$|trust_id$|unscoped$)/

/** The same user in another project, whatever scope is configured. ConfigError where the credential is bound to one. */
export function inProject(config: CloudConfig, projectId: string): CloudConfig {
  if (/applicationcredential|oauth1|admin_token|token_endpoint|none|http_basic/.test(config.authType)) {
    throw new ConfigError(
      `Authentication type ${config.authType} is bound to its project; osc cannot switch to another one.`,
      {
        hint: 'Use --auth-project, or a cloud that logs in with a password.',
      },
    )
  }
  const others = Object.entries(config.auth).filter(([name]) => !SCOPES.test(name))
  return {...config, auth: {...Object.fromEntries(others), project_id: projectId}}
}
