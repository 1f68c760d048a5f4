import {defineResource, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/compute/#migrations-os-migrations
export const Migration = defineResource({
  noun: 'server migration',
  service: 'compute',
  path: '/os-migrations',
  collection: 'migrations',
  by: 'id',
  newest: '2.80',
})

const common = {
  id: 'id',
  uuid: 'uuid',
  source_node: 'source_node',
  dest_node: 'dest_node',
  source_compute: 'source_compute',
  dest_compute: 'dest_compute',
  dest_host: 'dest_host',
  status: 'status',
  project_id: 'project_id',
  user_id: 'user_id',
  created_at: 'created_at',
  updated_at: 'updated_at',
} as const

export const migrationFields = fields({
  ...common,
  server_id: 'instance_uuid',
  old_flavor_id: 'old_instance_type_id',
  new_flavor_id: 'new_instance_type_id',
  migration_type: 'migration_type',
})

/** A live migration in progress. */
export const liveMigrationFields = fields({
  ...common,
  server_id: 'server_uuid',
  memory_total_bytes: 'memory_total_bytes',
  memory_processed_bytes: 'memory_processed_bytes',
  memory_remaining_bytes: 'memory_remaining_bytes',
  disk_total_bytes: 'disk_total_bytes',
  disk_processed_bytes: 'disk_processed_bytes',
  disk_remaining_bytes: 'disk_remaining_bytes',
})
