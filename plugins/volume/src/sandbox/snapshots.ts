import {asObject, asText} from '@osc-cli/core'
import {badRequest, type RestCollection, type Routes} from '@osc-cli/core/sandbox'
import type {Cinder} from '#sandbox/cinder'
import {metadataRoutes} from '#sandbox/metadata'
import {cinderTime} from '#sandbox/versions'

export const snapshotCollection = ({volumes}: Cinder): RestCollection => ({
  path: '/v3/snapshots',
  alsoListed: ['/v3/snapshots/detail'],
  member: 'snapshot',
  collection: 'snapshots',
  uuids: true,
  projectKey: 'os-extended-snapshot-attributes:project_id',
  allProjects: 'all_tenants',
  filters: ['name', 'status', 'volume_id'],
  updateMethod: 'PUT',
  statuses: {create: 202, delete: 202},
  times: {created: 'created_at', updated: 'updated_at', format: cinderTime},
  fields: {
    volume_id: {type: 'string', required: true},
    name: {type: 'string', nullable: true},
    description: {type: 'string', nullable: true},
    metadata: {type: 'object', default: {}},
    force: {type: 'boolean', hidden: true},
    status: {type: 'string', readOnly: true, default: 'available'},
    size: {type: 'integer', readOnly: true},
  },
  created(record) {
    const volume = volumes.get(asText(record.volume_id) ?? '')
    if (!volume) throw badRequest(`Volume ${asText(record.volume_id)} could not be found.`)
    return {...record, size: volume.size, status: 'available'}
  },
  beforeDelete(record) {
    if (!['available', 'error'].includes(asText(record.status) ?? ''))
      throw badRequest('Invalid snapshot: Snapshot status must be available or error.')
  },
})

export const snapshotRoutes = ({snapshots}: Cinder): Routes => ({
  ...snapshots.routes,
  ...metadataRoutes('/v3/snapshots', snapshots),
  'POST /v3/snapshots/:id/action': (call) => {
    const snapshot = snapshots.own(call)
    const reset = asObject(call.body['os-reset_status'])
    if ('os-force_delete' in call.body || 'os-unmanage' in call.body) snapshots.delete(snapshots.idOf(snapshot))
    else if (reset.status) snapshots.put({...snapshot, status: reset.status})
    else throw badRequest('There is no such action.')
    return {status: 202}
  },
})
