import {type Columns, defineResource, givenJson, isObject, type JsonObject, UsageError} from '@osc-cli/core'

export const MetadefProperty = defineResource({
  noun: 'image metadef property',
  service: 'image',
  path: '/metadefs/namespaces/{namespace}/properties',
  collection: 'properties',
  by: 'id',
  idKey: 'name',
  updateMethod: 'PUT',
})

/** What `show` prints of a property, by its name there: the key in the API's answer. */
const SHOWN: Readonly<Record<string, string>> = {
  allow_additional_items: 'additionalItems',
  default: 'default',
  description: 'description',
  enum: 'enum',
  is_readonly: 'readonly',
  items: 'items',
  max_items: 'maxItems',
  max_length: 'maxLength',
  maximum: 'maximum',
  min_items: 'minItems',
  min_length: 'minLength',
  minimum: 'minimum',
  name: 'name',
  operators: 'operators',
  pattern: 'pattern',
  require_unique_items: 'uniqueItems',
  title: 'title',
  type: 'type',
}

/** What `show` prints of a property: what it has, sorted by name. */
export const propertyFields = (property: JsonObject): Columns =>
  Object.fromEntries(Object.entries(SHOWN).filter(([, key]) => property[key] !== undefined && property[key] !== null))

/** The JSON object of `--schema`; UsageError for anything else. */
export function readSchema(text: string): JsonObject {
  const schema = givenJson(text, '--schema')
  if (isObject(schema)) return schema
  throw new UsageError('--schema is not a JSON object.', {hint: 'Write it as {"KEY": VALUE}.'})
}
