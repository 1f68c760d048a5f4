import {Cells, type Columns, defineResource, Formatted, fields, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#volume-snapshots-snapshots
export const VolumeSnapshot = defineResource({
  noun: 'volume snapshot',
  service: 'block-storage',
  path: '/snapshots',
  listPath: '/snapshots/detail',
  member: 'snapshot',
  collection: 'snapshots',
  updateMethod: 'PUT',
  newest: '3.66',
})

export const volumeSnapshotFields = fields({
  created_at: 'created_at',
  description: 'description',
  id: 'id',
  name: 'name',
  properties: ({metadata}) => Cells.dict(metadata),
  size: 'size',
  status: 'status',
  volume_id: 'volume_id',
})

const short = {ID: 'id', Name: 'name', Description: 'description', Status: 'status', Size: 'size'} as const

/** The columns of a list; people see the volume's name where it is known. */
export const volumeSnapshotColumns = (isLong: boolean, volumes: ReadonlyMap<string, string>): Columns => ({
  ...pick(volumeSnapshotFields, short),
  ...(isLong && {
    'Created At': volumeSnapshotFields.created_at,
    Volume: ({volume_id}) => namedVolume(volume_id, volumes),
    Properties: volumeSnapshotFields.properties,
  }),
})

/** The ID of a volume; people see its name. */
export const namedVolume = (id: unknown, names: ReadonlyMap<string, string>) =>
  new Formatted(typeof id === 'string' ? id : null, () => names.get(String(id)) ?? String(id ?? 'None'))
