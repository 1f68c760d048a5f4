import {type JsonObject, UsageError} from '@osc-cli/core'

/** The body of an update. UsageError if it is empty: Keystone's error for that is a page of JSON schema. */
export function changes(body: JsonObject): JsonObject {
  if (Object.values(body).every((value) => value === undefined)) {
    throw new UsageError('Nothing to change.', {hint: 'Specify at least one option to change: see --help.'})
  }
  return body
}
