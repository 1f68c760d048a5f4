import type {NoAnswer} from '#cloud/http/exchange'
import {codeOf} from '#cloud/http/explain'
import type {Headers} from '#cloud/http/headers'
import {isReading} from '#cloud/http/methods'
import type {HttpRequest} from '#cloud/transport-types'

/** How often a request is sent again after the first time. */
const RETRIES = 3
const RETRIES_UNANSWERED = 2
/** Seconds: the first pause, and the longest that a service may ask for. */
const FIRST_PAUSE = 0.5
const FIRST_PAUSE_UNANSWERED = 0.1
const LONGEST_PAUSE = 30

const BUSY = new Set([429, 502, 503, 504])
/** Nothing has left this machine yet, so that repeating is safe whatever the method. */
const BEFORE_SENDING = new Set(['ECONNREFUSED', 'EAI_AGAIN'])
const LOST = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'HPE_INVALID_EOF_STATE'])
/** By HTTP's definition the same when done twice (RFC 9110, 9.2.2). */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE'])

/** Seconds until a request without an answer is sent again, or undefined: not again. `tries` counts what was sent. */
export function pauseAfterLoss(request: HttpRequest, failure: NoAnswer, tries: number): number | undefined {
  if (tries > mostRetries(request, RETRIES_UNANSWERED) || !isRepeatable(request)) return undefined
  const code = codeOf(failure.cause)
  if (BEFORE_SENDING.has(code)) return backoff(tries, FIRST_PAUSE_UNANSWERED)
  if (!LOST.has(code) || !IDEMPOTENT.has(request.method)) return undefined
  // A kept connection that the server has closed meanwhile: a new one will do.
  return failure.reused ? 0 : backoff(tries, FIRST_PAUSE_UNANSWERED)
}

/**
 * Seconds until a request is sent again because the service is busy, or undefined. Only reading is repeated: a gateway's
 * 502 or 504 does not say whether a change was made.
 */
export function pauseAfterStatus(
  request: HttpRequest,
  {status, headers}: {status: number; headers: Headers},
  tries: number,
): number | undefined {
  if (tries > mostRetries(request, RETRIES) || !BUSY.has(status) || !isReading(request.method)) return undefined
  const requested = retryAfter(headers['retry-after'])
  return requested === undefined ? backoff(tries, FIRST_PAUSE) : Math.min(requested, LONGEST_PAUSE)
}

const mostRetries = ({patience}: HttpRequest, most: number): number => (patience === undefined ? most : 0)

/** Retry-After in seconds: a number or a date (RFC 9110, 10.2.3). */
export function retryAfter(value: string | undefined, now = Date.now()): number | undefined {
  const text = value?.trim()
  if (!text) return undefined
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text)
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000)
}

/** Doubles each time; half of it at random, so that many clients do not come back at once. */
const backoff = (tries: number, first: number): number => {
  const pause = Math.min(first * 2 ** (tries - 1), LONGEST_PAUSE)
  return pause / 2 + (Math.random() * pause) / 2
}

/** A stream is gone once it was sent. */
const isRepeatable = ({body}: HttpRequest): boolean =>
  body === undefined || typeof body === 'string' || body instanceof Uint8Array
