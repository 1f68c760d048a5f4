import {type Columns, defineResource, fields} from '@osc-cli/core'
import {namedVolume} from '#volume-snapshot'

// https://docs.openstack.org/api-ref/block-storage/v3/#backups-backups
export const VolumeBackup = defineResource({
  noun: 'volume backup',
  service: 'block-storage',
  path: '/backups',
  listPath: '/backups/detail',
  member: 'backup',
  collection: 'backups',
  updateMethod: 'PUT',
  newest: '3.64',
})

export const volumeBackupFields = fields({
  availability_zone: 'availability_zone',
  container: 'container',
  created_at: 'created_at',
  data_timestamp: 'data_timestamp',
  description: 'description',
  encryption_key_id: 'encryption_key_id',
  fail_reason: 'fail_reason',
  has_dependent_backups: 'has_dependent_backups',
  id: 'id',
  is_incremental: 'is_incremental',
  metadata: 'metadata',
  name: 'name',
  object_count: 'object_count',
  project_id: 'os-backup-project-attr:project_id',
  size: 'size',
  snapshot_id: 'snapshot_id',
  status: 'status',
  updated_at: 'updated_at',
  user_id: 'user_id',
  volume_id: 'volume_id',
})

/** What `create` prints. */
export const newBackupFields = fields({id: 'id', name: 'name', volume_id: 'volume_id'})

/** The columns of a list; people see the volume's name where it is known. */
export const volumeBackupColumns = (isLong: boolean, volumes: ReadonlyMap<string, string>): Columns => ({
  ID: 'id',
  Name: 'name',
  Description: 'description',
  Status: 'status',
  Size: 'size',
  Incremental: 'is_incremental',
  'Created At': 'created_at',
  ...(isLong && {
    'Availability Zone': 'availability_zone',
    Volume: ({volume_id}) => namedVolume(volume_id, volumes),
    Container: 'container',
  }),
})
