import {
  asObject,
  asText,
  Cells,
  type Columns,
  defineResource,
  Formatted,
  fields,
  type Json,
  type Row,
} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#volumes-volumes
export const Volume = defineResource({
  noun: 'volume',
  service: 'block-storage',
  path: '/volumes',
  listPath: '/volumes/detail',
  member: 'volume',
  collection: 'volumes',
  updateMethod: 'PUT',
  newest: '3.71',
})

/** Cinder writes some booleans as text. */
const truth = (value: Json | undefined) =>
  typeof value === 'string' ? value.toLowerCase() === 'true' : (value ?? null)

const always = fields({
  attachments: 'attachments',
  availability_zone: 'availability_zone',
  backup_id: 'backup_id',
  bootable: ({bootable}) => truth(bootable),
  cluster_name: 'cluster_name',
  consumes_quota: 'consumes_quota',
  created_at: 'created_at',
  description: 'description',
  encrypted: ({encrypted}) => truth(encrypted),
  group_id: 'group_id',
  id: 'id',
  multiattach: 'multiattach',
  name: 'name',
  'os-vol-host-attr:host': 'os-vol-host-attr:host',
  'os-vol-mig-status-attr:migstat': 'os-vol-mig-status-attr:migstat',
  'os-vol-mig-status-attr:name_id': 'os-vol-mig-status-attr:name_id',
  'os-vol-tenant-attr:tenant_id': 'os-vol-tenant-attr:tenant_id',
  properties: ({metadata}) => Cells.dict(metadata),
  provider_id: 'provider_id',
  replication_status: 'replication_status',
  service_uuid: 'service_uuid',
  shared_targets: 'shared_targets',
  size: 'size',
  snapshot_id: 'snapshot_id',
  source_volid: 'source_volid',
  status: 'status',
  type: 'volume_type',
  updated_at: 'updated_at',
  user_id: 'user_id',
  volume_type_id: 'volume_type_id',
})

/** Printed only where the volume has them. */
const OPTIONAL = ['consistencygroup_id', 'encryption_key_id', 'volume_image_metadata']

/** What `show` prints of a volume, by name. */
export function volumeFields(volume: Row): Columns {
  const present = OPTIONAL.filter((key) => (volume[key] ?? null) !== null)
  const all: Columns = {...always, ...Object.fromEntries(present.map((key) => [key, key]))}
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The columns of a list; attachments name their server where its name is known. */
export function volumeColumns(isLong: boolean, servers: ReadonlyMap<string, string>): Columns {
  const {id, name, status, size, type, bootable, properties} = always
  return {
    ID: id,
    Name: name,
    Status: status,
    Size: size,
    ...(isLong && {Type: type, Bootable: bootable}),
    'Attached to': ({attachments}) => attachedTo(attachments, servers),
    ...(isLong && {Properties: properties}),
  }
}

const attachedTo = (attachments: Json | undefined, servers: ReadonlyMap<string, string>) =>
  new Formatted(attachments ?? [], () =>
    listOf(attachments)
      .map((one) => {
        const server = asText(one.server_id) ?? ''
        return `Attached to ${servers.get(server) ?? server} on ${asText(one.device) ?? 'None'} `
      })
      .join(''),
  )

/** The IDs of the servers that use one of the volumes. */
export const serversOf = (volumes: readonly Row[]): string[] =>
  volumes.flatMap(({attachments}) => listOf(attachments).map((one) => asText(one.server_id) ?? ''))

const listOf = (value: Json | undefined): Row[] => (Array.isArray(value) ? value.map(asObject) : [])
