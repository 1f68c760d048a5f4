import type {JsonObject} from '@osc-cli/core'
import {SandboxFailure, type SandboxFailureFacts} from '@osc-cli/core/sandbox'

const EXPLANATIONS: Readonly<Record<number, string>> = {
  400: 'The server could not comply with the request since it is either malformed or otherwise incorrect.',
  401: 'This server could not verify that you are authorized to access the document you requested.',
  403: 'Access was denied to this resource.',
  404: 'The resource could not be found.',
  409: 'There was a conflict when trying to complete your request.',
  500: 'The server has either erred or is incapable of performing the requested operation.',
}

/** Heat's form of an error; `error.type` is the name of its exception. */
export function heatFailureBody({status, title, message, details}: SandboxFailureFacts): JsonObject {
  return {
    code: status,
    title,
    explanation: EXPLANATIONS[status] ?? title,
    error: {type: details.type ?? `HTTP${title.replaceAll(' ', '')}`, traceback: null, message},
  }
}

const failure = (status: number, type: string) => (message: string) => new SandboxFailure(status, message, {type})

export const invalidRequest = failure(400, 'HTTPBadRequest')
export const invalidStack = failure(400, 'StackValidationFailed')
export const limitExceeded = failure(400, 'RequestLimitExceeded')
export const invalidReference = failure(400, 'InvalidTemplateReference')
export const invalidSchema = failure(400, 'InvalidSchemaError')
export const invalidVersion = failure(400, 'InvalidTemplateVersion')
export const missingParameter = (name: string) =>
  failure(400, 'UserParameterMissing')(`The Parameter (${name}) was not provided.`)
export const unknownParameter = (name: string) =>
  failure(400, 'UnknownUserParameter')(`The Parameter (${name}) was not defined in template.`)
export const notSupported = (feature: string) => failure(400, 'NotSupported')(`${feature} is not supported.`)
export const entityNotFound = (entity: string, name: string) =>
  failure(404, 'EntityNotFound')(`The ${entity} (${name}) could not be found.`)
export const notFoundHere = failure(404, 'NotFound')
export const resourceNotFound = (name: string, stack: string) =>
  failure(404, 'ResourceNotFound')(`The Resource (${name}) could not be found in Stack ${stack}.`)
export const stackExists = (name: string) => failure(409, 'StackExists')(`The Stack (${name}) already exists.`)
export const actionInProgress = (name: string, action: string) =>
  failure(409, 'ActionInProgress')(`Stack ${name} already has an action (${action}) in progress.`)
export const notAuthorized = (rule: string) => failure(403, 'Forbidden')(`You are not authorized to use ${rule}.`)
export const immutableChanged = (names: readonly string[]) =>
  failure(
    400,
    'ImmutableParameterModified',
  )(`The following parameters are immutable and may not be updated: ${names.join(', ')}`)
export const signalNotSupported = failure(400, 'ResourceActionNotSupported')
export const invalidRestrictedAction = failure(500, 'InvalidRestrictedAction')
export const httpNotFound = failure(404, 'HTTPNotFound')
