import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type RestCollection, type RestRecords, type Routes} from '@osc-cli/core/sandbox'
import type {Cinder} from '#sandbox/cinder'
import {cinderTime} from '#sandbox/versions'

export const attachmentCollection = (cinder: Cinder): RestCollection => ({
  path: '/v3/attachments',
  member: 'attachment',
  collection: 'attachments',
  uuids: true,
  projectKey: 'project_id',
  allProjects: 'all_tenants',
  filters: ['volume_id'],
  matches: {attach_status: (record, wanted) => record.status === wanted},
  updateMethod: 'PUT',
  statuses: {create: 200, delete: 200},
  fields: {
    volume_uuid: {type: 'string', required: true, hidden: true},
    instance_uuid: {type: 'string', nullable: true, hidden: true},
    connector: {type: 'object', nullable: true, hidden: true},
    mode: {type: 'string', oneOf: ['rw', 'ro'], default: 'rw', hidden: true},
    project_id: {type: 'string', readOnly: true, hidden: true},
  },
  created(record) {
    const volume_id = asText(record.volume_uuid) ?? ''
    const volume = cinder.volumes.get(volume_id)
    if (!volume) throw badRequest(`Volume ${volume_id} could not be found.`)
    if (volume.status !== 'available') throw badRequest(`Invalid volume: Volume ${volume_id} status must be available.`)
    cinder.volumes.put({...volume, status: 'reserved'})
    const attachment = {...record, volume_id, instance: record.instance_uuid ?? null, status: 'reserved'}
    return connected(cinder, {...attachment, attached_at: '', detached_at: '', connection_info: {}})
  },
  changed: (record, changes) => connected(cinder, {...record, ...changes}),
  beforeDelete({volume_id}) {
    const volume = cinder.volumes.get(asText(volume_id) ?? '')
    if (volume) cinder.volumes.put({...volume, status: 'available', attachments: []})
  },
})

/** With a connector the volume is being attached; without one it is only reserved. */
function connected({cloud}: Cinder, record: JsonObject): JsonObject {
  const connector = asObject(record.connector ?? {})
  if (Object.keys(connector).length === 0) return {...record, attach_mode: null}
  return {
    ...record,
    status: 'attaching',
    attach_mode: record.mode ?? 'rw',
    attached_at: cinderTime(cloud.now()),
    connection_info: {driver_volume_type: 'sandbox', attachment_id: record.id},
  }
}

export const attachmentRoutes = ({attachments, volumes}: {attachments: RestRecords; volumes: RestRecords}): Routes => ({
  ...attachments.routes,
  'POST /v3/attachments/:id/action': (call) => {
    if (!('os-complete' in call.body)) throw badRequest('There is no such action.')
    const attachment = attachments.own(call)
    if (attachment.status !== 'attaching') throw badRequest('Invalid attachment: it must have a connector.')
    const {id, instance, volume_id} = attachments.put({...attachment, status: 'attached'})
    const volume = volumes.get(asText(volume_id) ?? '')
    const used = {attachment_id: id, server_id: instance, device: asObject(attachment.connector).mountpoint}
    if (volume) volumes.put({...volume, status: 'in-use', attachments: [used]})
    return {status: 204}
  },
})
