import {defineResource} from '@osc-cli/core'

// https://docs.openstack.org/mistral/latest/user/rest_api_v2.html
const mistral = {service: 'workflow'} as const
export const Workbook = defineResource({
  ...mistral,
  noun: 'workbook',
  path: '/workbooks',
  collection: 'workbooks',
  by: 'path',
  idKey: 'name',
})
export const Workflow = defineResource({
  ...mistral,
  noun: 'workflow',
  path: '/workflows',
  collection: 'workflows',
  by: 'path',
})
