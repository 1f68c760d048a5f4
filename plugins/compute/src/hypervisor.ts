import {Cells, defineResource, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/compute/#hypervisors-os-hypervisors
export const Hypervisor = defineResource({
  noun: 'hypervisor',
  service: 'compute',
  path: '/os-hypervisors',
  member: 'hypervisor',
  collection: 'hypervisors',
  nameFilter: 'hypervisor_hostname_pattern',
  nameKey: 'hypervisor_hostname',
  by: 'id-then-name',
  newest: '2.88',
})

/** What Nova no longer knows since 2.88. */
export const oldFields = fields({
  current_workload: 'current_workload',
  disk_available_least: 'disk_available_least',
  free_disk_gb: 'free_disk_gb',
  free_ram_mb: 'free_ram_mb',
  local_gb: 'local_gb',
  local_gb_used: 'local_gb_used',
  memory_mb: 'memory_mb',
  memory_mb_used: 'memory_mb_used',
  running_vms: 'running_vms',
  vcpus: 'vcpus',
  vcpus_used: 'vcpus_used',
})

export const hypervisorFields = fields({
  aggregates: 'aggregates',
  cpu_info: ({cpu_info}) => Cells.dict(cpu_info ?? null),
  host_ip: 'host_ip',
  hypervisor_hostname: 'hypervisor_hostname',
  hypervisor_type: 'hypervisor_type',
  hypervisor_version: 'hypervisor_version',
  id: 'id',
  service_host: 'service_host',
  service_id: 'service_id',
  state: 'state',
  status: 'status',
})
