import type {Failure} from '#sandbox/engine/world'
import {PropertyError} from '#sandbox/resources/properties'
import {ResourceFailure} from '#sandbox/resources/type'

/** Another action has taken over; this is not a failure. */
export class Superseded extends Error {}

/** A failure that is already recorded, passed on from a resource to its stack. */
class Recorded extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

export const recorded = (failure: Failure): Error => new Recorded(failure)

/** An error with Heat's name for it; with the name of a resource, as a failure of that resource. */
export function failureOf(error: unknown, resource?: string): Failure {
  if (error instanceof Recorded) return error.failure
  const path = resource === undefined ? '' : `resources.${resource}`
  if (error instanceof ResourceFailure) {
    const {kind, message} = error
    return {kind, message, path: [path, error.path].filter(Boolean).join('.')}
  }
  if (error instanceof PropertyError)
    return {kind: 'StackValidationFailed', path: `${path}.properties${error.path}`, message: error.message}
  const kind = error instanceof Error && error.name === 'Timeout' ? error.name : 'ValueError'
  return {kind, path, message: error instanceof Error ? error.message : String(error)}
}
