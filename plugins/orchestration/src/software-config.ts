import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/orchestration/v1/#software-configuration
export const SoftwareConfig = defineResource({
  noun: 'software config',
  service: 'orchestration',
  path: '/software_configs',
  member: 'software_config',
  collection: 'software_configs',
  by: 'id',
})
