import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, conflict, type RestCollection, type Routes} from '@osc-cli/core/sandbox'
import {type Cinder, requireAdmin} from '#sandbox/cinder'
import {cinderTime} from '#sandbox/versions'

const DRIVER = 'cinder.backup.drivers.sandbox.SandboxBackupDriver'

export const backupCollection = (cinder: Cinder): RestCollection => ({
  path: '/v3/backups',
  alsoListed: ['/v3/backups/detail'],
  member: 'backup',
  collection: 'backups',
  uuids: true,
  projectKey: 'os-backup-project-attr:project_id',
  allProjects: 'all_tenants',
  filters: ['name', 'status', 'volume_id'],
  updateMethod: 'PUT',
  statuses: {create: 202, delete: 202},
  times: {created: 'created_at', updated: 'updated_at', format: cinderTime},
  fields: {
    volume_id: {type: 'string', required: true},
    name: {type: 'string', nullable: true},
    description: {type: 'string', nullable: true},
    container: {type: 'string', nullable: true},
    metadata: {type: 'object', default: {}},
    availability_zone: {type: 'string', nullable: true},
    snapshot_id: {type: 'string', nullable: true},
    force: {type: 'boolean', hidden: true},
    incremental: {type: 'boolean', hidden: true},
    status: {type: 'string', readOnly: true},
    parent_id: {type: 'string', readOnly: true, hidden: true},
  },
  created(record, call) {
    const volume = cinder.volumes.get(asText(record.volume_id) ?? '')
    if (!volume) throw badRequest(`Volume ${asText(record.volume_id)} could not be found.`)
    if (volume.status !== 'available' && record.force !== true)
      throw badRequest(`Invalid volume: Volume to be backed up must be available, but it is ${asText(volume.status)}.`)
    const base = record.incremental === true ? latestBackup(cinder, record.volume_id) : undefined
    if (record.incremental === true && !base)
      throw badRequest('Invalid backup: No backups available to do an incremental backup.')
    return {
      ...record,
      availability_zone: record.availability_zone ?? volume.availability_zone ?? null,
      container: record.container ?? 'volumebackups',
      data_timestamp: cinderTime(cinder.cloud.now()),
      fail_reason: null,
      is_incremental: record.incremental === true,
      object_count: 0,
      parent_id: base?.id ?? null,
      size: volume.size,
      status: 'available',
      user_id: call.caller.userId,
    }
  },
  view: (record, call) =>
    call.method === 'POST'
      ? {id: record.id, name: record.name}
      : {...record, has_dependent_backups: hasIncrements(cinder, record)},
  beforeDelete(record) {
    const {status} = record
    if (hasIncrements(cinder, record)) throw badRequest('Invalid backup: Incremental backups exist for this backup.')
    if (status !== 'available' && status !== 'error')
      throw badRequest('Invalid backup: Backup status must be available or error.')
  },
})

/** What an incremental backup of a volume is based on. Backups of the same second are in the order of their creation. */
const latestBackup = ({backups}: Cinder, volume_id: JsonObject[string]): JsonObject | undefined =>
  backups
    .find({volume_id: asText(volume_id), status: 'available'})
    .toSorted((one, other) => String(one.created_at).localeCompare(String(other.created_at)))
    .at(-1)

const hasIncrements = ({backups}: Cinder, {id}: JsonObject): boolean => backups.find({parent_id: asText(id)}).length > 0

export const backupRoutes = ({backups, volumes, cloud}: Cinder): Routes => ({
  'POST /v3/backups/import_record': (call) => {
    const record = asObject(call.body['backup-record'])
    requireAdmin(call)
    const backup = recordIn(asText(record.backup_url) ?? '')
    if (backups.get(asText(backup.id) ?? '')) throw conflict(`Backup ${asText(backup.id)} already exists.`)
    backups.put(backup)
    return {status: 201, body: {backup: {id: backup.id, name: backup.name, links: []}}}
  },
  ...backups.routes,
  'GET /v3/backups/:id/export_record': (call) => {
    const backup_url = Buffer.from(JSON.stringify(backups.one(call))).toString('base64')
    return {body: {'backup-record': {backup_service: DRIVER, backup_url}}}
  },
  'POST /v3/backups/:id/restore': (call) => {
    const backup = backups.one(call)
    const wanted = asObject(call.body.restore)
    const present = volumes.get(asText(wanted.volume_id) ?? '')
    if (wanted.volume_id !== undefined && !present) throw badRequest(`Volume ${asText(wanted.volume_id)} is missing.`)
    const {id, name} = present ?? volumes.put(restored(backup, wanted, cloud.now()))
    return {status: 202, body: {restore: {backup_id: backup.id, volume_id: id, volume_name: name}}}
  },
  'POST /v3/backups/:id/action': (call) => {
    const backup = backups.own(call)
    const {status} = asObject(call.body['os-reset_status'])
    if ('os-force_delete' in call.body) backups.delete(backups.idOf(backup))
    else if (status) backups.put({...backup, status})
    else throw badRequest('There is no such action.')
    return {status: 202}
  },
})

function recordIn(url: string): JsonObject {
  try {
    return asObject(JSON.parse(Buffer.from(url, 'base64').toString()))
  } catch {
    throw badRequest('Invalid backup: backup_url cannot be decoded.')
  }
}

/** The volume that a backup is restored to when none is named. */
const restored = (backup: JsonObject, {name}: JsonObject, now: Date): JsonObject => ({
  id: crypto.randomUUID(),
  name: name ?? `restore_backup_${asText(backup.id)}`,
  size: backup.size,
  status: 'available',
  bootable: 'false',
  metadata: {},
  attachments: [],
  backup_id: backup.id,
  availability_zone: backup.availability_zone,
  'os-vol-tenant-attr:tenant_id': backup['os-backup-project-attr:project_id'],
  user_id: backup.user_id,
  created_at: cinderTime(now),
})
