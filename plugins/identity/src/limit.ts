import {type Columns, defineResource, Flags} from '@osc-cli/core'

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

export const limitColumns: Columns = {
  ID: 'id',
  'Project ID': 'project_id',
  'Service ID': 'service_id',
  'Resource Name': 'resource_name',
  'Resource Limit': 'resource_limit',
  Description: 'description',
  'Region ID': 'region_id',
}

export const registeredLimitColumns: Columns = {
  ID: 'id',
  'Service ID': 'service_id',
  'Resource Name': 'resource_name',
  'Default Limit': 'default_limit',
  Description: 'description',
  'Region ID': 'region_id',
}

export const regionFlag = {
  region: Flags.string({description: 'Region that it holds in (ID); None for every region.', helpValue: 'REGION-ID'}),
}

/** OSC lets `None` stand for no region. */
export const regionOf = (flags: {region?: string | undefined}): string | undefined =>
  flags.region === 'None' ? undefined : flags.region
