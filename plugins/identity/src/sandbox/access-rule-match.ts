import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import type {AuthenticatedRequest} from '@osc-cli/core/sandbox'

/** Whether the access rules of an application credential allow a request; without rules everything is allowed. */
export function isAllowedBy(credential: JsonObject | undefined, request: AuthenticatedRequest): boolean {
  if (!Array.isArray(credential?.access_rules)) return true
  const {service, method, path} = request
  // Every service must be able to validate the token.
  if (service === 'identity' && method === 'GET' && path === '/v3/auth/tokens') return true
  return asArray(credential.access_rules)
    .map(asObject)
    .some((rule) => rule.service === service && rule.method === method && matches(path, asText(rule.path) ?? ''))
}

/** `*` and `{name}` match one part of the path, `**` matches any number of parts. */
function matches(path: string, pattern: string): boolean {
  const expression = pattern.replace(/\*\*|\*|\{[^}]*\}|[.+?^$()|[\]\\]/g, (part) => {
    if (part === '**') return '.*'
    return part === '*' || part.startsWith('{') ? '[^/]+' : `\\${part}`
  })
  return new RegExp(`^${expression}$`).test(path)
}
