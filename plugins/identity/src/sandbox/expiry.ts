import {asText, type Json} from '@osc-cli/core'
import {badRequest} from '@osc-cli/core/sandbox'
import type {Keystone} from '#sandbox/keystone'

const ENDING =
  'The server could not comply with the request since it is either malformed or otherwise incorrect. ' +
  'The client is assumed to be in error.'

/** A future time, `2099-01-01T00:00:00.000000Z`; undefined if none is given, 400 for a past or invalid time. */
export function expiryOf({cloud}: Keystone, value: Json | undefined): string | undefined {
  const text = asText(value)
  if (text === undefined) return undefined
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(text)
  const time = Date.parse(hasZone ? text : `${text}Z`)
  if (!/^\d{4}-\d\d-\d\dT/.test(text) || Number.isNaN(time))
    throw badRequest(`Timestamp not in expected format. ${ENDING}`)
  if (time <= cloud.now().getTime()) throw badRequest(`The 'expires_at' must not be before now. ${ENDING}`)
  return `${new Date(time).toISOString().replace('Z', '')}000Z`
}
