import {defineResource, fields} from '@osc-cli/core'

export const ResourceType = defineResource({
  noun: 'image metadef resource type',
  service: 'image',
  path: '/metadefs/resource_types',
  collection: 'resource_types',
  by: 'id',
})

export const Association = defineResource({
  noun: 'image metadef resource type association',
  service: 'image',
  path: '/metadefs/namespaces/{namespace}/resource_types',
  collection: 'resource_type_associations',
  by: 'id',
})

export const associationFields = fields({
  created_at: 'created_at',
  id: 'name',
  name: 'name',
  prefix: 'prefix',
  properties_target: 'properties_target',
  updated_at: 'updated_at',
})
