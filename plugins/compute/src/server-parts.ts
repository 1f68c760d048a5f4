import {Cells, defineResource, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/compute/: what is below a server.

const below = {service: 'compute', by: 'id'} as const

export const Interface = defineResource({
  ...below,
  noun: 'server interface',
  path: '/servers/{server}/os-interface',
  member: 'interfaceAttachment',
  collection: 'interfaceAttachments',
  idKey: 'port_id',
  newest: '2.70',
})

export const VolumeAttachment = defineResource({
  ...below,
  noun: 'server volume',
  path: '/servers/{server}/os-volume_attachments',
  member: 'volumeAttachment',
  collection: 'volumeAttachments',
  idKey: 'volumeId',
  updateMethod: 'PUT',
  newest: '2.89',
})

export const volumeAttachmentFields = fields({
  id: ({id, volumeId}) => id ?? volumeId ?? null,
  device: 'device',
  server_id: 'serverId',
  volume_id: 'volumeId',
  tag: 'tag',
  delete_on_termination: 'delete_on_termination',
  attachment_id: 'attachment_id',
  bdm_id: 'bdm_uuid',
})

export const ServerAction = defineResource({
  ...below,
  noun: 'server event',
  path: '/servers/{server}/os-instance-actions',
  member: 'instanceAction',
  collection: 'instanceActions',
  idKey: 'request_id',
  newest: '2.84',
})

export const ServerMigration = defineResource({
  ...below,
  noun: 'server migration',
  path: '/servers/{server}/migrations',
  member: 'migration',
  collection: 'migrations',
  newest: '2.80',
})

export const Console = defineResource({
  ...below,
  noun: 'console',
  path: '/servers/{server}/remote-consoles',
  member: 'remote_console',
  collection: 'remote_consoles',
  newest: '2.99',
})

export const Share = defineResource({
  ...below,
  noun: 'server share',
  path: '/servers/{server}/shares',
  member: 'share',
  collection: 'shares',
  idKey: 'share_id',
  newest: '2.97',
})

/** An interface as `server add fixed ip` prints it. */
export const interfaceFields = fields({
  port_id: 'port_id',
  net_id: 'net_id',
  mac_addr: 'mac_addr',
  port_state: 'port_state',
  fixed_ips: ({fixed_ips}) => Cells.dicts(fixed_ips),
  tag: 'tag',
})
