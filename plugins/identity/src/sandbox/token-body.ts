import {asText, type JsonObject} from '@osc-cli/core'
import {catalogOf} from '#sandbox/catalog-of'
import {idOf, type Keystone, timeText} from '#sandbox/keystone'
import type {Token} from '#sandbox/token'

/** The token in responses to authentication and validation. */
export function tokenBody(keystone: Keystone, token: Token, withCatalog: boolean): JsonObject {
  const {scope, user, userDomain, project, domain, roles, trust, userId} = token
  const place = (record: JsonObject): JsonObject => ({
    domain: named(record === project ? (domain ?? {}) : record),
    id: idOf(record),
    name: record.name,
  })
  const body: JsonObject = {
    methods: [...token.methods],
    user: {
      domain: named(userDomain),
      id: idOf(user),
      name: user.name,
      password_expires_at: null,
    },
    audit_ids: [...token.auditIds],
    expires_at: timeText(token.expiresAt),
    issued_at: timeText(token.issuedAt),
  }
  if (scope.kind !== 'none') body.roles = trust ? roles : roles.map(named)
  if (scope.kind === 'system') body.system = {all: true}
  if (scope.kind === 'domain' && domain) body.domain = named(domain)
  if (project) body.project = place(project)
  if (project && !trust) body.is_domain = project.is_domain === true
  if (trust) body['OS-TRUST:trust'] = trustBody(trust)
  if (withCatalog && scope.kind !== 'none')
    body.catalog = catalogOf(keystone, trust ? String(trust.trustor_user_id) : userId, project && idOf(project))
  const providers = serviceProviders(keystone)
  if (providers.length > 0) body.service_providers = providers
  if (token.accessToken)
    body['OS-OAUTH1'] = {access_token_id: idOf(token.accessToken), consumer_id: token.accessToken.consumer_id}
  if (token.credential) body.application_credential = credentialBody(token.credential)
  return {token: body}
}

const named = ({id, name}: JsonObject): JsonObject => ({id, name})

const trustBody = (trust: JsonObject): JsonObject => ({
  id: idOf(trust),
  trustor_user: {id: trust.trustor_user_id},
  trustee_user: {id: trust.trustee_user_id},
  impersonation: trust.impersonation,
})

function credentialBody({id, name, unrestricted, access_rules}: JsonObject): JsonObject {
  const rules = Array.isArray(access_rules) && access_rules.length > 0 ? {access_rules} : {}
  return {id, name, restricted: unrestricted !== true, ...rules}
}

const serviceProviders = ({records}: Keystone): JsonObject[] =>
  records.service_providers
    .find({enabled: true})
    .map((provider) => ({id: idOf(provider), auth_url: asText(provider.auth_url), sp_url: asText(provider.sp_url)}))
