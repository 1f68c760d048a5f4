import {type Columns, defineResource, Flags, fields} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/identity/v3/#unified-limits
export const Limit = defineResource({
  noun: 'limit',
  service: 'identity',
  path: '/limits',
  member: 'limit',
  collection: 'limits',
  by: 'id',
})

export const RegisteredLimit = defineResource({
  noun: 'registered limit',
  service: 'identity',
  path: '/registered_limits',
  member: 'registered_limit',
  collection: 'registered_limits',
  by: 'id',
})

export const limitColumns: Columns = fields({
  ID: 'id',
  'Project ID': 'project_id',
  'Service ID': 'service_id',
  'Resource Name': 'resource_name',
  'Resource Limit': 'resource_limit',
  Description: 'description',
  'Region ID': 'region_id',
})

export const limitFields: Columns = fields({
  description: 'description',
  id: 'id',
  project_id: 'project_id',
  region_id: 'region_id',
  resource_limit: 'resource_limit',
  resource_name: 'resource_name',
  service_id: 'service_id',
})

export const registeredLimitColumns: Columns = fields({
  ID: 'id',
  'Service ID': 'service_id',
  'Resource Name': 'resource_name',
  'Default Limit': 'default_limit',
  Description: 'description',
  'Region ID': 'region_id',
})

export const registeredLimitFields: Columns = fields({
  default_limit: 'default_limit',
  description: 'description',
  id: 'id',
  region_id: 'region_id',
  resource_name: 'resource_name',
  service_id: 'service_id',
})

export const regionFlag = {
  region: Flags.string({description: 'Region (ID; None: all regions)', helpValue: 'REGION-ID'}),
}

/** `None` means no region, as in `openstack`. */
export const regionOf = (flags: {region?: string | undefined}): string | undefined =>
  flags.region === 'None' ? undefined : flags.region
