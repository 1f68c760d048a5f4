import type {Filter} from '#common/cleanup/types'
import {UsageError} from '#errors'
import {asText} from '#json'

const FORM = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/

/** Milliseconds since 1970 of a time without a zone (UTC then) or with one; undefined for anything else. */
function moment(value: unknown): number | undefined {
  const text = asText(value)?.trim() ?? ''
  const [whole, zone] = FORM.exec(text) ?? []
  if (whole === undefined) return undefined
  const time = Date.parse(zone === undefined && text.length > 10 ? `${text.replace(' ', 'T')}Z` : text)
  return Number.isNaN(time) ? undefined : time
}

/** A thing goes when it is older than each time that was given; one without that time stays. */
export function olderThan(createdBefore: string | undefined, updatedBefore: string | undefined): Filter {
  const created = limit('--created-before', createdBefore)
  const updated = limit('--updated-before', updatedBefore)
  return (createdAt, updatedAt) => isBefore(createdAt, created) && isBefore(updatedAt, updated)
}

function limit(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const time = moment(text)
  if (time !== undefined) return time
  throw new UsageError(`${option} is not a time: '${text}'.`, {hint: 'Write the time in UTC, as 2026-01-31T12:00:00.'})
}

function isBefore(value: unknown, latest: number | undefined): boolean {
  if (latest === undefined) return true
  const time = moment(value)
  return time !== undefined && time <= latest
}
