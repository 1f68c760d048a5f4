import {defineResource, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#messages
export const VolumeMessage = defineResource({
  noun: 'volume message',
  service: 'block-storage',
  path: '/messages',
  member: 'message',
  collection: 'messages',
  by: 'id',
  newest: '3.71',
})

export const volumeMessageFields = fields({
  'Created At': 'created_at',
  'Event ID': 'event_id',
  'Guaranteed Until': 'guaranteed_until',
  ID: 'id',
  'Message Level': 'message_level',
  'Request ID': 'request_id',
  'Resource Type': 'resource_type',
  'Resource UUID': 'resource_uuid',
  'User Message': 'user_message',
})

export const volumeMessageColumns = pick(volumeMessageFields, {
  ID: 'ID',
  'Event ID': 'Event ID',
  'Resource Type': 'Resource Type',
  'Resource UUID': 'Resource UUID',
  'Message Level': 'Message Level',
  'User Message': 'User Message',
  'Request ID': 'Request ID',
  'Created At': 'Created At',
  'Guaranteed Until': 'Guaranteed Until',
})
