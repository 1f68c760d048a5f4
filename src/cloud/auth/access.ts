import type {Caller} from '#cloud/http/failure-policy'
import type {Access, CatalogEndpoint, CatalogEntry} from '#cloud/types'
import {asArray, asObject, asText, type Json, type JsonObject} from '#json'

/** Decodes the `token` object of Keystone's answer; what is missing or of another type is left out. */
export function readAccess(token: string, answer: JsonObject): Access {
  const user = asObject(answer.user)
  const project = asObject(answer.project)
  const domain = asObject(answer.domain)
  return {
    token,
    expiresAt: asText(answer.expires_at),
    issuedAt: asText(answer.issued_at),
    userId: asText(user.id),
    userName: asText(user.name),
    userDomainId: asText(asObject(user.domain).id),
    userDomainName: asText(asObject(user.domain).name),
    projectId: asText(project.id),
    projectName: asText(project.name),
    projectDomainId: asText(asObject(project.domain).id),
    projectDomainName: asText(asObject(project.domain).name),
    domainId: asText(domain.id),
    domainName: asText(domain.name),
    system: asObject(answer.system).all === true,
    trustId: asText(asObject(answer['OS-TRUST:trust']).id),
    roles: asArray(answer.roles).map(readRole),
    catalog: asArray(answer.catalog).map(readService),
  }
}

/** What is known without Keystone: a token, or nothing at all. */
export const bareAccess = (token: string): Access => readAccess(token, {})

/** What the token may act on, for people: `project admin`, `domain Default`, `system`, `unscoped`. */
export function scopeText(access: Omit<Access, 'token'>): string {
  const {projectName, projectId, domainName, domainId, system} = access
  if (projectId !== undefined) return `project ${projectName ?? projectId}`
  if (domainId !== undefined) return `domain ${domainName ?? domainId}`
  return system ? 'system' : 'unscoped'
}

/** Whom the token belongs to, as errors say it. */
export function callerOf(access: Access, cloud: string | undefined): Caller {
  const {userName, userId, projectName, projectId, roles} = access
  return {
    cloud,
    user: userName ?? userId,
    scope: scopeText(access),
    project: projectName ?? projectId,
    roles: roles.map(({name}) => name),
  }
}

function readRole(role: Json): {id: string; name: string} {
  const {id, name} = asObject(role)
  return {id: asText(id) ?? '', name: asText(name) ?? ''}
}

function readService(entry: Json): CatalogEntry {
  const raw = asObject(entry)
  const endpoints = asArray(raw.endpoints).map(readEndpoint)
  return {type: asText(raw.type) ?? '', name: asText(raw.name) ?? '', id: asText(raw.id), endpoints, raw}
}

function readEndpoint(endpoint: Json): CatalogEndpoint {
  const {url, region, region_id, id, interface: kind} = asObject(endpoint)
  return {
    interface: asText(kind) ?? '',
    region: asText(region_id) ?? asText(region),
    url: asText(url) ?? '',
    id: asText(id),
  }
}
