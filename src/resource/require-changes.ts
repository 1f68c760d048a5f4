import {UsageError} from '#errors'
import type {JsonObject} from '#json'
import {isEmpty} from '#resource/api'

/** The body of an update. UsageError if it is empty, where the service would reject that or replace the record with nothing. */
export function requireChanges<T extends JsonObject>(body: T): T {
  if (isEmpty(body))
    throw new UsageError('Nothing to change.', {hint: 'Specify at least one option to change: see --help.'})
  return body
}
