import {asArray, changedTags, type JsonObject, type ResourceApi} from '@osc-cli/core'

type TagFlags = Parameters<typeof changedTags>[1]

/** Replaces the tags of a record where the options change them; the answer has the new ones. `removes`: as `unset` does. */
export async function saveTags(
  resource: ResourceApi,
  record: JsonObject,
  flags: TagFlags,
  removes = false,
): Promise<JsonObject> {
  const tags = changedTags(asArray(record.tags), flags, removes)
  return tags ? await resource.send(String(record.id), 'PUT', '/tags', {tags}) : {}
}
