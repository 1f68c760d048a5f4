import {type Columns, defineResource, fields, type Microversion} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#services-os-services
export const VolumeService = defineResource({
  noun: 'volume service',
  service: 'block-storage',
  path: '/os-services',
  collection: 'services',
  nameKey: 'binary',
  newest: '3.49',
})

const all = fields({
  Binary: 'binary',
  Host: 'host',
  Zone: 'zone',
  Status: 'status',
  State: 'state',
  'Updated At': 'updated_at',
  Cluster: 'cluster',
  'Backend State': 'backend_state',
  'Disabled Reason': 'disabled_reason',
})

/** The columns that the microversion in use has. */
export function volumeServiceColumns(version: Microversion, isLong: boolean): Columns {
  const {Cluster, 'Backend State': backend, 'Disabled Reason': reason, ...always} = all
  return {
    ...always,
    ...(version.atLeast('3.7') && {Cluster}),
    ...(version.atLeast('3.49') && {'Backend State': backend}),
    ...(isLong && {'Disabled Reason': reason}),
  }
}
