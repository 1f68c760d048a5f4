import type {Failure} from '#sandbox/engine/world'
import {PropertyError} from '#sandbox/resources/properties'
import {ResourceFailure} from '#sandbox/resources/type'

/** Another action has taken over: nothing failed. */
export class Superseded extends Error {}

/** A failure that is told already, on its way from a resource to its stack. */
class Told extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

export const told = (failure: Failure): Error => new Told(failure)

/** What Heat would call an error; with the name of a resource as that resource's failure. */
export function failureOf(error: unknown, resource?: string): Failure {
  if (error instanceof Told) return error.failure
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
