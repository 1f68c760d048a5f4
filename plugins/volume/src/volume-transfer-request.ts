import {type Api, defineResource, fields, pick, type ResourceApi} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#volume-transfers-volume-transfers-3-55-or-later
export const VolumeTransferRequest = defineResource({
  noun: 'volume transfer request',
  service: 'block-storage',
  path: '/volume-transfers',
  listPath: '/volume-transfers/detail',
  member: 'transfer',
  collection: 'transfers',
  newest: '3.55',
})

/** The calls of transfers under the path that the cloud has them at: it changed with 3.55. */
export async function transfersOf(api: Api): Promise<ResourceApi> {
  const transfers = api(VolumeTransferRequest)
  if ((await transfers.microversion()).atLeast('3.55')) return transfers
  return api({...VolumeTransferRequest, path: '/os-volume-transfer', listPath: '/os-volume-transfer/detail'})
}

export const volumeTransferRequestFields = fields({
  created_at: 'created_at',
  id: 'id',
  name: 'name',
  volume_id: 'volume_id',
})

/** What `create` prints: the key is never shown again. */
export const newTransferRequestFields = {...fields({auth_key: 'auth_key'}), ...volumeTransferRequestFields}

/** What `accept` prints. */
export const acceptedTransferFields = fields({id: 'id', name: 'name', volume_id: 'volume_id'})

export const volumeTransferRequestColumns = pick(volumeTransferRequestFields, {
  ID: 'id',
  Name: 'name',
  Volume: 'volume_id',
})
