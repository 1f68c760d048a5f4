import {asObject, Cells, defineResource, fields, type JsonObject, pick} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#volume-types-types
export const VolumeType = defineResource({
  noun: 'volume type',
  service: 'block-storage',
  path: '/types',
  // Without it the list has only public types, also for administrators.
  listQuery: {is_public: 'None'},
  member: 'volume_type',
  collection: 'volume_types',
  updateMethod: 'PUT',
})

export const volumeTypeFields = fields({
  description: 'description',
  id: 'id',
  is_public: 'is_public',
  name: 'name',
  properties: ({extra_specs}) => Cells.dict(extra_specs),
})

const short = {ID: 'id', Name: 'name', 'Is Public': 'is_public'} as const
export const volumeTypeColumns = pick(volumeTypeFields, short)
export const volumeTypeLongColumns = pick(volumeTypeFields, {
  ...short,
  Description: 'description',
  Properties: 'properties',
})

const ENCRYPTION = ['cipher', 'control_location', 'encryption_id', 'key_size', 'provider']

/** What is set of a type's encryption. */
export const encryptionOf = (encryption: unknown): JsonObject =>
  Object.fromEntries(
    Object.entries(asObject(encryption as JsonObject)).filter(
      ([key, value]) => ENCRYPTION.includes(key) && value !== null,
    ),
  )
