import {type Columns, defineResource, type JsonObject, type Row} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3/#regions
export const Region = defineResource({
  noun: 'region',
  service: 'identity',
  path: '/regions',
  member: 'region',
  collection: 'regions',
  by: 'id',
})

export const regionColumns: Columns = {
  Region: 'id',
  'Parent Region': 'parent_region_id',
  Description: 'description',
}

/** OSC shows a region under names of its own, and whatever else Keystone has kept with it. */
export const regionFields = ({id, parent_region_id, ...rest}: Row): Row => ({
  ...rest,
  region: id,
  parent_region: parent_region_id,
})

export const regionBody = (flags: {
  'parent-region'?: string | undefined
  description?: string | undefined
}): JsonObject => ({
  parent_region_id: flags['parent-region'],
  description: flags.description,
})
