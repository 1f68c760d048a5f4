import {type Columns, defineResource} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3-ext/#os-oauth1-api
export const Consumer = defineResource({
  noun: 'consumer',
  service: 'identity',
  path: '/OS-OAUTH1/consumers',
  member: 'consumer',
  collection: 'consumers',
  by: 'id',
})

export const consumerColumns: Columns = {ID: 'id', Description: 'description'}
