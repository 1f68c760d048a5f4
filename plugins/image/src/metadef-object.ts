import {asText, defineResource, fields, type JsonObject} from '@osc-cli/core'

export const MetadefObject = defineResource({
  noun: 'image metadef object',
  service: 'image',
  path: '/metadefs/namespaces/{namespace}/objects',
  collection: 'objects',
  by: 'id',
  idKey: 'name',
  updateMethod: 'PUT',
})

/** What `show` prints of an object of a namespace. */
export const objectFields = (namespace: string) =>
  fields({
    created_at: 'created_at',
    description: 'description',
    name: 'name',
    namespace_name: () => namespace,
    properties: 'properties',
    required: 'required',
    updated_at: 'updated_at',
  })

/** What a client may set of an object; an update replaces all of it. */
export const settableOf = ({name, description, properties, required}: JsonObject): JsonObject => ({
  name,
  description: asText(description),
  properties: properties ?? undefined,
  required: required ?? undefined,
})
