import {Cells, defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#attachments
export const VolumeAttachment = defineResource({
  noun: 'volume attachment',
  service: 'block-storage',
  path: '/attachments',
  member: 'attachment',
  collection: 'attachments',
  by: 'id',
  updateMethod: 'PUT',
  newest: '3.71',
})

export const volumeAttachmentFields = fields({
  ID: 'id',
  'Volume ID': 'volume_id',
  'Instance ID': 'instance',
  Status: 'status',
  'Attach Mode': 'attach_mode',
  'Attached At': 'attached_at',
  'Detached At': 'detached_at',
  Properties: ({connection_info}) => Cells.dict(connection_info),
})

export const volumeAttachmentColumns = pick(volumeAttachmentFields, {
  ID: 'ID',
  'Volume ID': 'Volume ID',
  'Server ID': 'Instance ID',
  Status: 'Status',
})
