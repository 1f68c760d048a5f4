import {type Columns, defineResource, fields, type JsonObject} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3/#regions
export const Region = defineResource({
  noun: 'region',
  service: 'identity',
  path: '/regions',
  member: 'region',
  collection: 'regions',
  by: 'id',
})

export const regionColumns: Columns = fields({
  Region: 'id',
  'Parent Region': 'parent_region_id',
  Description: 'description',
})

export const regionFields: Columns = fields({
  region: 'id',
  description: 'description',
  parent_region: 'parent_region_id',
})

export const regionBody = (flags: {
  'parent-region'?: string | undefined
  description?: string | undefined
}): JsonObject => ({
  parent_region_id: flags['parent-region'],
  description: flags.description,
})
