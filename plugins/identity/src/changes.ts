import {type JsonObject, UsageError} from '@osc-cli/core'

/** The body of an update; without anything in it, which Keystone refuses with a page of JSON schema, a UsageError. */
export function changes(body: JsonObject): JsonObject {
  if (Object.values(body).every((value) => value === undefined)) {
    throw new UsageError('There is nothing to change.', {hint: 'Say with options what to change: see --help.'})
  }
  return body
}
