import {UsageError} from '@osc-cli/core'

const SECONDS: Readonly<Record<string, number>> = {s: 1, m: 60, min: 60, h: 3600, hr: 3600, d: 86_400}

/** When something expires: a number of seconds from now, or a time in seconds since the epoch. */
export type Expiry = {after: number} | {at: number}

/** Reads `90`, `15m`, `1h`, `7d`, or a date or time in ISO 8601, which is UTC unless it names another zone. */
export function readExpiry(text: string): Expiry {
  const [, number, unit = 's'] = /^(\d+)(s|m|min|h|hr|d)?$/.exec(text) ?? []
  const after = Number(number) * (SECONDS[unit] ?? 1)
  if (after > 0 && after <= LONGEST) return {after}
  const at = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text)
    ? Date.parse(inUtc(text))
    : Number.NaN
  if (Number.isFinite(at)) return {at: Math.floor(at / 1000)}
  throw new UsageError(`expected a duration or a time, got '${text}'.`, {
    hint: 'Write it as 90s, 15m, 1h, 7d or 2030-01-31T12:00:00Z.',
  })
}

/** A thousand years: with more, the time would not be exact. */
const LONGEST = 1000 * 366 * 86_400

const inUtc = (text: string): string =>
  /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`

/** The time in seconds since the epoch; UsageError for one that has passed. */
export function expiresAt(expiry: Expiry, now: number): number {
  const seconds = Math.floor(now / 1000)
  if ('after' in expiry) return seconds + expiry.after
  if (expiry.at > seconds) return expiry.at
  throw new UsageError(`The time ${isoTime(expiry.at)} has already passed.`, {hint: 'Choose a later --expires.'})
}

/** Seconds since the epoch as Swift writes them: `2030-01-31T12:00:00Z`. */
export const isoTime = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z')
