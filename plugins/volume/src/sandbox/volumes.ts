import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, notFound, type RestCollection, type Routes} from '@osc-cli/core/sandbox'
import {POOL} from '#sandbox/admin'
import type {Cinder} from '#sandbox/cinder'
import {reportUnscheduled} from '#sandbox/messages'
import {metadataRoutes} from '#sandbox/metadata'
import {cinderTime} from '#sandbox/versions'

/** The name of the only back end; types may require another one. */
const BACKEND = 'lvm'

export const volumeCollection = (cinder: Cinder): RestCollection => ({
  path: '/v3/volumes',
  alsoListed: ['/v3/volumes/detail'],
  member: 'volume',
  collection: 'volumes',
  uuids: true,
  projectKey: 'os-vol-tenant-attr:tenant_id',
  allProjects: 'all_tenants',
  filters: ['name', 'status'],
  updateMethod: 'PUT',
  statuses: {create: 202, delete: 202},
  times: {created: 'created_at', updated: 'updated_at', format: cinderTime},
  fields: {
    size: {type: 'integer', required: true},
    name: {type: 'string', nullable: true},
    description: {type: 'string', nullable: true},
    volume_type: {type: 'string', nullable: true},
    availability_zone: {type: 'string', nullable: true},
    metadata: {type: 'object', default: {}},
    imageRef: {type: 'string', nullable: true, hidden: true},
    snapshot_id: {type: 'string', nullable: true},
    source_volid: {type: 'string', nullable: true},
    backup_id: {type: 'string', nullable: true},
    group_id: {type: 'string', nullable: true},
    status: {type: 'string', readOnly: true},
    attachments: {type: 'array', readOnly: true, default: []},
    bootable: {type: 'string', readOnly: true, default: 'false'},
    encrypted: {type: 'boolean', readOnly: true, default: false},
    multiattach: {type: 'boolean', readOnly: true, default: false},
    volume_type_id: {type: 'string', readOnly: true},
    user_id: {type: 'string', readOnly: true},
    volume_image_metadata: {type: 'object', readOnly: true},
  },
  created: (record, call) => created(cinder, record, call),
  beforeDelete(record, call) {
    const id = cinder.volumes.idOf(record)
    if (!['available', 'error'].includes(asText(record.status) ?? ''))
      throw badRequest(
        `Invalid volume: Volume status must be available or error, but current status is: ${record.status}.`,
      )
    const snapshots = cinder.snapshots.find({volume_id: id})
    if (snapshots.length > 0 && call.query.get('cascade') === null)
      throw badRequest('Invalid volume: Volume must not have dependent snapshots.')
    for (const snapshot of snapshots) cinder.snapshots.delete(cinder.snapshots.idOf(snapshot))
  },
})

function created(cinder: Cinder, record: JsonObject, call: Call): JsonObject {
  const {types, snapshots, volumes} = cinder
  const name = asText(record.volume_type) ?? '__DEFAULT__'
  const type = types.get(name) ?? types.find({name})[0]
  if (!type) throw notFound(`Volume type with name ${name} could not be found.`)
  for (const [key, records] of [
    ['snapshot_id', snapshots],
    ['source_volid', volumes],
  ] as const) {
    const id = asText(record[key])
    if (id !== undefined && !records.get(id)) throw notFound(`${key} ${id} could not be found.`)
  }
  const isUnscheduled = ![undefined, BACKEND].includes(asText(asObject(type.extra_specs ?? {}).volume_backend_name))
  if (isUnscheduled) reportUnscheduled(cinder, record)
  return {
    ...record,
    volume_type: type.name,
    volume_type_id: type.id,
    availability_zone: record.availability_zone ?? 'nova',
    bootable: record.imageRef ? 'true' : 'false',
    status: isUnscheduled ? 'error' : 'available',
    user_id: call.caller.userId,
  }
}

/** What each action changes; undefined for one that the sandbox does not have. */
function changesOf(action: string, body: JsonObject, volume: JsonObject, {types}: Cinder): JsonObject | undefined {
  switch (action) {
    case 'os-extend':
      return {size: body.new_size}
    case 'os-reset_status':
      return body.status ? {status: body.status} : {attach_status: body.attach_status}
    case 'os-set_bootable':
      return {bootable: String(body.bootable)}
    case 'os-update_readonly_flag':
      return {metadata: {...asObject(volume.metadata), readonly: body.readonly ? 'True' : 'False'}}
    case 'os-set_image_metadata':
      return {volume_image_metadata: {...asObject(volume.volume_image_metadata ?? {}), ...asObject(body.metadata)}}
    case 'os-unset_image_metadata': {
      const {[asText(body.key) ?? '']: _, ...others} = asObject(volume.volume_image_metadata ?? {})
      return {volume_image_metadata: Object.keys(others).length > 0 ? others : null}
    }
    case 'os-retype': {
      const type = types.get(asText(body.new_type) ?? '')
      return {volume_type: type?.name, volume_type_id: type?.id}
    }
    case 'os-migrate_volume':
      // Another pool of the only back end.
      if (!(asText(body.host) ?? '').startsWith(`sandbox@${BACKEND}#`))
        throw badRequest(`Invalid host: No available service named '${asText(body.host)}'`)
      if (body.host === (volume['os-vol-host-attr:host'] ?? POOL))
        throw badRequest('Invalid volume: destination host/cluster must be different than the current one')
      return {'os-vol-host-attr:host': body.host, 'os-vol-mig-status-attr:migstat': 'success'}
    case 'revert':
      return {}
    default:
      return undefined
  }
}

export const volumeRoutes = (cinder: Cinder): Routes => ({
  'GET /v3/volumes/summary': (call) => {
    const isMine = (volume: JsonObject) => volume['os-vol-tenant-attr:tenant_id'] === call.caller.projectId
    const volumes = cinder.volumes.find().filter((one) => call.query.get('all_tenants') === 'true' || isMine(one))
    const total_size = volumes.reduce((sum, {size}) => sum + Number(asText(size)), 0)
    return {body: {'volume-summary': {total_count: volumes.length, total_size, metadata: {}}}}
  },
  ...cinder.volumes.routes,
  ...metadataRoutes('/v3/volumes', cinder.volumes),
  'POST /v3/volumes/:id/action': (call) => {
    const volume = cinder.volumes.own(call)
    const [[action, body] = ['', null]] = Object.entries(call.body)
    if (action === 'os-force_delete' || action === 'os-unmanage') cinder.volumes.delete(cinder.volumes.idOf(volume))
    else {
      const changes = changesOf(action, asObject(body ?? {}), volume, cinder)
      if (!changes) throw badRequest('There is no such action.')
      cinder.volumes.put({...volume, ...changes})
    }
    return {status: 202}
  },
})
