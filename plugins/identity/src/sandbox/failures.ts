import type {JsonObject} from '@osc-cli/core'
import {badRequest, conflict, forbidden, notFound, SandboxFailure} from '@osc-cli/core/sandbox'
import type {Keystone, RecordName} from '#sandbox/keystone'

/** Keystone's name for the kind of a missing record. */
const KINDS: Partial<Record<RecordName | 'domains', string>> = {
  access_rules: 'Access Rule',
  application_credentials: 'Application Credential',
  consumers: 'Consumer',
  credentials: 'credential',
  domains: 'domain',
  endpoint_groups: 'Endpoint Group',
  endpoints: 'endpoint',
  groups: 'group',
  identity_providers: 'Identity Provider',
  mappings: 'mapping',
  policies: 'policy',
  projects: 'project',
  regions: 'region',
  roles: 'role',
  service_providers: 'Service Provider',
  services: 'service',
  trusts: 'trust',
  users: 'user',
}

export function missing(name: RecordName | 'domains', id: string): SandboxFailure {
  if (name === 'limits') return notFound(`Could not find limit for ${id}.`)
  if (name === 'registered_limits') return notFound(`Could not find registered limit for ${id}.`)
  return notFound(`Could not find ${KINDS[name] ?? name}: ${id}.`)
}

/** The record with that ID; Keystone's 404 if it does not exist. */
export function one({records}: Keystone, name: RecordName, id: string): JsonObject {
  const record = records[name].get(id)
  if (!record) throw missing(name, id)
  return record
}

/** Never gives the reason, like Keystone, so as not to reveal which users exist. */
export const unauthorized = () => new SandboxFailure(401, 'The request you have made requires authentication.')

export const forbiddenAction = (action: string) =>
  forbidden(`You are not authorized to perform the requested action: ${action}.`)

export const duplicate = (kind: string, details: string) =>
  conflict(`Conflict occurred attempting to store ${kind} - ${details}.`)

export const expecting = (attribute: string, target: string) =>
  badRequest(
    `Expecting to find ${attribute} in ${target}. The server could not comply with the request since it is either ` +
      'malformed or otherwise incorrect. The client is assumed to be in error.',
  )
