import {type Columns, defineResource, Flags, fields, type JsonObject, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/network/v2/#networking-flavors-framework-v2-0-current-flavor-service-profile
export const FlavorProfile = defineResource({
  noun: 'network flavor profile',
  service: 'network',
  path: '/service_profiles',
  member: 'service_profile',
  collection: 'service_profiles',
  updateMethod: 'PUT',
  by: 'id',
})

export const flavorProfileFields = fields({
  description: 'description',
  driver: 'driver',
  enabled: 'enabled',
  id: 'id',
  meta_info: 'metainfo',
})

export const flavorProfileColumns: Columns = pick(flavorProfileFields, {
  ID: 'id',
  Driver: 'driver',
  Enabled: 'enabled',
  Metainfo: 'meta_info',
  Description: 'description',
})

/** The options that `create` and `set` share. */
export const profileFlags = {
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  ...Flags.choices({enable: 'Enable the flavor profile', disable: 'Disable the flavor profile'}),
  driver: Flags.string({description: 'Driver (Python class)', helpValue: 'DRIVER'}),
  metainfo: Flags.string({description: 'Metadata for the driver', helpValue: 'METAINFO'}),
}

interface ProfileFlags {
  description?: string | undefined
  driver?: string | undefined
  metainfo?: string | undefined
}

/** The attributes that these options name. */
export const profileBody = (flags: ProfileFlags & Readonly<Record<string, unknown>>): JsonObject => ({
  description: flags.description,
  driver: flags.driver,
  metainfo: flags.metainfo,
  enabled: Flags.chosen(flags, {enable: true, disable: false}),
})
