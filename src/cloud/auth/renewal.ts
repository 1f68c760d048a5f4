import type {Renewal} from '#cloud/auth/types'
import type {JsonObject} from '#json'

const LONGEST_MARGIN = 120_000

/**
 * When the token ends by this machine's clock, which the Date of the answer, or else the time of issue, puts right, and
 * when to renew it: two minutes sooner, or after nine tenths of what is left where that is less.
 */
export function renewalOf(answer: JsonObject, date: string | undefined, now = Date.now()): Renewal {
  const expires = time(answer.expires_at)
  if (expires === undefined) return {at: undefined, end: undefined, answer}
  const serverNow = time(date) ?? time(answer.issued_at) ?? now
  const left = Math.max(0, expires - serverNow)
  return {at: Math.floor(now + left - Math.min(LONGEST_MARGIN, left / 10)), end: now + left, answer}
}

function time(text: unknown): number | undefined {
  const milliseconds = typeof text === 'string' ? Date.parse(text) : Number.NaN
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}
