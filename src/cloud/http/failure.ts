import {decodeText} from '#cloud/http/answer'
import {placeOf} from '#cloud/http/explain'
import {type Caller, policyHint, policyRule} from '#cloud/http/failure-policy'
import {quotaHint, quotaShortages} from '#cloud/http/failure-quota'
import {stateIn} from '#cloud/http/failure-state'
import {failureText, parse} from '#cloud/http/failure-text'
import {isReading} from '#cloud/http/methods'
import {readStart} from '#cloud/http/read-start'
import {retryAfter} from '#cloud/http/retry'
import type {HttpAnswer} from '#cloud/transport-types'
import {HttpError, type HttpFailure, PolicyError, QuotaError} from '#errors'
import {asArray, asObject, asText} from '#json'

const LONGEST_BODY = 64 * 1024
const LONGEST_SILENCE = 5000

/** What was asked: for the hint, and for programs. */
export interface FailedRequest {
  method: string
  service?: string | undefined
  caller?: Caller
  /** The hint for a 401, from whoever knows how the log-in went. */
  rejectionHint?: string | undefined
}

/**
 * The error for an answer of 400 and above, in the service's own words, as `<text> (HTTP 404) (Request-ID: req-...)`. A body
 * that cannot be read counts as empty.
 */
export async function failureOf(answer: HttpAnswer, request: FailedRequest): Promise<HttpError> {
  const {status, url, headers} = answer
  const body = decodeText(await readStart(answer.stream(), LONGEST_BODY, LONGEST_SILENCE), headers['content-type'])
  const reported = failureText(body, headers['content-type'])
  const text = reported.replace(new RegExp(`^${status} [^\\n]*\\n`), '').trim() || reasonPhrase(status)
  const requestId = requestIdOf(headers, body)
  const message = `${text} (HTTP ${status})${requestId === undefined ? '' : ` (Request-ID: ${requestId})`}`
  // Swift says the same of a missing container as others of a missing path.
  const isSwift = headers['x-trans-id'] !== undefined
  const wait = retryAfter(headers['retry-after'])
  const hint = isSwift && status === 404 ? undefined : hintFor({status, text, url, wait, ...request})
  const failure = {status, method: request.method, url, requestId, service: request.service, caller: request.caller}
  return typed(message, text, failure, hint)
}

/** The class of failure that the status and the words make it. */
function typed(message: string, text: string, failure: HttpFailure, hint: string | undefined): HttpError {
  const {status, service, caller} = failure
  const shortages = [400, 403, 409, 413].includes(status) ? quotaShortages(text) : undefined
  // Heat answers 400, and so do others to a quota that they are to set: only with numbers it is a refusal.
  if (shortages && (status !== 400 || shortages.length > 0))
    return new QuotaError(message, failure, {shortages, hint: quotaHint(shortages) ?? hint})
  if (status === 403 && POLICY.test(text)) {
    const rule = policyRule(text)
    return new PolicyError(message, failure, {rule, hint: policyHint(rule, service, caller)})
  }
  if (status === 400 && PLAIN_HTTP.test(text)) {
    const facts = {host: new URL(failure.url).host, url: placeOf(failure.url)}
    return new HttpError(message, failure, {code: 'PlainHttp', hint: 'Use https:// in the URL.', facts})
  }
  const state = status === 409 || status === 400 ? stateIn(text) : undefined
  return new HttpError(message, failure, {hint, facts: {state}})
}

function requestIdOf(headers: HttpAnswer['headers'], body: string): string | undefined {
  const sent = headers['x-openstack-request-id'] ?? headers['x-compute-request-id'] ?? headers['x-trans-id']
  const {errors, request_id: own} = asObject(parse(body))
  const id = sent ?? asText(own) ?? asText(asObject(asArray(errors)[0]).request_id)
  // It goes to a terminal and into log searches.
  return id?.replace(/[^\w.:-]/g, '') || undefined
}

const reasonPhrase = (status: number): string =>
  process.getBuiltinModule('node:http').STATUS_CODES[status] ?? 'The service refused the request'

interface FailedAnswer extends FailedRequest {
  status: number
  text: string
  url: string
  /** Seconds that the service asks to wait. */
  wait: number | undefined
}

// What nginx and Apache say to http at a port that uses TLS.
const PLAIN_HTTP = /plain HTTP (?:request was sent )?to (?:an )?(?:HTTPS|SSL)/i

// A refusal by policy; with other words a 403 has its own reason.
const POLICY = /not authori[sz]ed|forbidden|policy|permission|privilege/i

const NOT_ACCEPTED = 'Check the credentials and where they come from: osc configuration show'

function hintFor(failed: FailedAnswer): string | undefined {
  const {status, wait, service, text, rejectionHint = NOT_ACCEPTED} = failed
  const later = wait === undefined ? undefined : laterHint(Math.ceil(wait))
  const name = service === undefined ? 'The service' : `The ${service} service`
  switch (status) {
    case 401:
      return rejectionHint
    case 404:
      return NO_PATH.some((pattern) => pattern.test(text)) ? wrongPath(failed) : undefined
    case 413:
    case 429:
      return later ?? (status === 429 ? 'Try again later: the service received too many requests.' : undefined)
    case 503:
      return `${name} is unavailable. ${later ?? LATER}`
    case 502:
    case 504:
      return isReading(failed.method) ? LATER : 'The request may have succeeded: check before you retry.'
    default:
      return undefined
  }
}

const LATER = 'Try again later. If the problem persists, contact the operator of the cloud.'

const laterHint = (seconds: number): string =>
  seconds === 0 ? 'Try again.' : `Try again in ${seconds} second${seconds === 1 ? '' : 's'}.`

/** What servers and frameworks say when they have no such path, in contrast to a service that has no such thing. */
const NO_PATH = [
  /^(?:404 )?(?:page )?not found[.:]?(?:\s+(?:the (?:resource could|requested url)|nginx|openresty|apache|caddy)[\s\S]*)?$/i,
  /^the resource could not be found\W*$/i,
  /^the requested (?:url .*not found|resource does not exist)/i,
]

const wrongPath = ({url, service}: FailedAnswer): string =>
  `Check the endpoint ${placeOf(url)} and whether this version of the service has this path: ` +
  `osc catalog ${service === undefined ? 'list' : `show ${service}`}`
