import {randomBytes} from 'node:crypto'
import {asObject, asText, type JsonObject} from '@osc-cli/core'
import {badRequest, notFound, type RestCollection, type Routes} from '@osc-cli/core/sandbox'
import type {Cinder} from '#sandbox/cinder'
import {cinderTime} from '#sandbox/versions'

export const transferCollection = ({volumes}: Cinder): RestCollection => {
  const setStatus = (record: JsonObject, status: string) => {
    const volume = volumes.get(asText(record.volume_id) ?? '')
    if (volume) volumes.put({...volume, status})
  }
  return {
    path: '/v3/volume-transfers',
    alsoListed: ['/v3/volume-transfers/detail'],
    member: 'transfer',
    collection: 'transfers',
    uuids: true,
    projectKey: 'source_project_id',
    allProjects: 'all_tenants',
    statuses: {create: 202, delete: 202},
    without: ['update'],
    times: {created: 'created_at', updated: 'updated_at', format: cinderTime},
    fields: {
      volume_id: {type: 'string', required: true},
      name: {type: 'string', nullable: true},
      no_snapshots: {type: 'boolean'},
      auth_key: {type: 'string', readOnly: true},
    },
    created(record) {
      const volume = volumes.get(asText(record.volume_id) ?? '')
      if (volume?.status !== 'available') throw badRequest('Invalid volume: status must be available')
      setStatus(record, 'awaiting-transfer')
      return {...record, auth_key: randomBytes(8).toString('hex')}
    },
    beforeDelete: (record) => setStatus(record, 'available'),
    view: ({auth_key, ...record}, call) => (call.method === 'POST' ? {...record, auth_key} : record),
  }
}

export const transferRoutes = ({transfers, volumes}: Cinder): Routes => ({
  ...transfers.routes,
  'POST /v3/volume-transfers/:id/accept': (call) => {
    const {id = ''} = call.params
    const transfer = transfers.get(id)
    if (!transfer) throw notFound(`Transfer ${id} could not be found.`)
    if (asObject(call.body.accept).auth_key !== transfer.auth_key)
      throw badRequest(`Invalid auth key: Attempt to transfer volume ${transfer.volume_id} with invalid auth key.`)
    const volume = volumes.get(asText(transfer.volume_id) ?? '')
    if (volume)
      volumes.put({...volume, status: 'available', 'os-vol-tenant-attr:tenant_id': call.caller.projectId ?? null})
    transfers.delete(id)
    return {status: 202, body: {transfer: {id, name: transfer.name, volume_id: transfer.volume_id}}}
  },
})
