import {defineResource, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#auto-allocated-topology; addressed by the ID of the project.
export const AutoAllocatedTopology = defineResource({
  noun: 'network auto allocated topology',
  service: 'network',
  path: '/auto-allocated-topology',
  member: 'auto_allocated_topology',
  collection: 'auto_allocated_topologies',
  by: 'id',
})

export const topologyFields = fields({
  id: 'id',
  project_id: ({project_id: project, tenant_id: tenant}) => project ?? tenant ?? null,
})
