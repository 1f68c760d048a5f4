import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/orchestration/v1/#software-configuration
export const SoftwareDeployment = defineResource({
  noun: 'software deployment',
  service: 'orchestration',
  path: '/software_deployments',
  member: 'software_deployment',
  collection: 'software_deployments',
  by: 'id',
})
