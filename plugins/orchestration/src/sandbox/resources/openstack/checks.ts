import type {JsonObject} from '@osc-cli/core'
import {SandboxFailure} from '@osc-cli/core/sandbox'
import {invalidStack} from '#sandbox/failures'

const isGiven = (properties: JsonObject, name: string): boolean => (properties[name] ?? null) !== null

/** Refuses properties of which none was given. */
export function refuseUnlessOneOf(properties: JsonObject, names: readonly string[]): void {
  if (!names.some((name) => isGiven(properties, name)))
    throw new SandboxFailure(400, `At least one of the following properties must be specified: ${names.join(', ')}.`, {
      type: 'PropertyUnspecifiedError',
    })
}

/** Refuses properties that exclude each other. */
export function refuseBoth(properties: JsonObject, first: string, second: string): void {
  if (isGiven(properties, first) && isGiven(properties, second))
    throw new SandboxFailure(400, `Cannot define the following properties at the same time: ${first}, ${second}.`, {
      type: 'ResourcePropertyConflict',
    })
}

/** Refuses properties with a message of the type's own. */
export function refuseIf(isWrong: boolean, message: string): void {
  if (isWrong) throw invalidStack(message)
}
