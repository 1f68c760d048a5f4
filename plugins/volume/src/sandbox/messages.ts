import type {JsonObject} from '@osc-cli/core'
import type {RestCollection} from '@osc-cli/core/sandbox'
import type {Cinder} from '#sandbox/cinder'
import {cinderTime} from '#sandbox/versions'

export const messageCollection = (): RestCollection => ({
  path: '/v3/messages',
  member: 'message',
  collection: 'messages',
  uuids: true,
  projectKey: 'project_id',
  without: ['create', 'update'],
  // Unlike other lists, Cinder takes all_tenants for a key of messages, which none has.
  filters: ['project_id', 'resource_uuid', 'resource_type', 'all_tenants'],
  fields: {project_id: {type: 'string', readOnly: true, hidden: true}},
})

const LASTS_DAYS = 30
const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000

/** Records that no back end fits the type of a volume. */
export function reportUnscheduled({cloud, messages}: Cinder, volume: JsonObject): void {
  messages.put({
    id: crypto.randomUUID(),
    project_id: volume['os-vol-tenant-attr:tenant_id'],
    event_id: 'VOLUME_VOLUME_001_002',
    user_message: 'schedule allocate volume: Could not find any available weighted backend.',
    message_level: 'ERROR',
    resource_type: 'VOLUME',
    resource_uuid: volume.id,
    request_id: `req-${crypto.randomUUID()}`,
    created_at: cinderTime(cloud.now()),
    guaranteed_until: cinderTime(new Date(cloud.now().getTime() + LASTS_DAYS * MILLISECONDS_A_DAY)),
  })
}
