import type {JsonObject} from '@osc-cli/core'
import type {Call, Documents, SandboxCloud} from '@osc-cli/core/sandbox'

const NAMES = [
  'access_rules',
  'access_tokens',
  'application_credentials',
  'consumers',
  'credentials',
  'domain_configs',
  'endpoint_groups',
  'endpoint_filters',
  'endpoints',
  'grants',
  'group_filters',
  'groups',
  'identity_providers',
  'implications',
  'limits',
  'mappings',
  'memberships',
  'own_services',
  'passwords',
  'policies',
  'policy_associations',
  'projects',
  'protocols',
  'regions',
  'registered_limits',
  'request_tokens',
  'revocations',
  'roles',
  'secrets',
  'service_providers',
  'services',
  'trusts',
  'users',
] as const

export type RecordName = (typeof NAMES)[number]

/** State shared by the parts of Keystone. Domains are projects with `is_domain`, as in Keystone. */
export interface Keystone {
  readonly cloud: SandboxCloud
  readonly records: Readonly<Record<RecordName, Documents>>
}

export const PREFIX = 'identity'

export function openKeystone(cloud: SandboxCloud): Keystone {
  const entries = NAMES.map((name) => [name, cloud.store.collection(`identity/${name}`)] as const)
  return {cloud, records: Object.fromEntries(entries) as Record<RecordName, Documents>}
}

/** The existing records among the IDs. */
export const present = (documents: Documents, ids: Iterable<unknown>): JsonObject[] =>
  [...ids].map((id) => documents.get(String(id))).filter((record) => record !== undefined)

/** The ID of a stored record. */
export const idOf = (record: JsonObject): string => String(record.id)

/** Keystone's time format: `2026-11-25T15:29:41.000000Z`, whole seconds. */
export const timeText = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}.000000Z`

/** `http://127.0.0.1:PORT/identity/v3`, with the host name that the client used. */
export const baseUrl = (call: Call): string => `${call.origin}/${PREFIX}/v3`
