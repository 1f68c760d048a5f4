import {defineResource} from '@osc-cli/core'

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
