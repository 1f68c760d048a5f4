import {UsageError} from '@osc-cli/core'

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/

/** A UTC time of the form YYYY-MM-DDTHH:MM:SS in Keystone's format; undefined if none is given. */
export function expiration(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const time = new Date(`${text}Z`)
  if (!FORM.test(text) || Number.isNaN(time.getTime())) {
    throw new UsageError(`Option --expiration: '${text}' is not a time.`, {hint: 'Use YYYY-MM-DDTHH:MM:SS in UTC.'})
  }
  return `${text}.000000Z`
}
