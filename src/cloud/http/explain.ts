import {IDLE, NoAnswer} from '#cloud/http/exchange'
import {type Attempt, EXPLANATIONS, isNotHttp, unexplained} from '#cloud/http/explanations'
import {proxyName} from '#cloud/http/proxy'
import {ConnectionError, OscError} from '#errors'

/** The ConnectionError for whatever node's sockets, TLS and parser say; errors that are ours already stay. */
export function explain(error: unknown, attempt: Attempt): OscError {
  const cause = error instanceof NoAnswer ? error.cause : error
  if (cause instanceof OscError) return cause
  const code = codeOf(cause)
  const {text, hint} = EXPLANATIONS[code]?.(attempt, cause) ?? unexplained(attempt, cause, code)
  const way = attempt.proxy ? ` through the proxy ${proxyName(attempt.proxy)}` : ''
  const timedOut = code === IDLE || code === 'ETIMEDOUT'
  const message = `${attempt.method} ${placeOf(attempt.url)}${way} failed: ${text}.`
  const {host, hostname} = new URL(attempt.url)
  const facts = {host, hostname, proxy: attempt.proxy?.host, url: placeOf(attempt.url), service: attempt.service}
  return new ConnectionError(message, {code: stableCode(code, attempt), hint, cause, timedOut, facts})
}

/** Node's code where it is one of those that are explained; what http meets at a TLS port has many. */
function stableCode(code: string, {url}: Attempt): string {
  if (code === IDLE) return 'ETIMEDOUT'
  if (isNotHttp(code) && url.startsWith('http:')) return 'PlainHttp'
  return Object.hasOwn(EXPLANATIONS, code) ? code : 'Connection'
}

/** The URL as messages show it: without user, password and query, which may hold a signature or a key. */
export function placeOf(url: string): string {
  if (!URL.canParse(url) || new URL(url).host === '') return url.replace(/\/\/[^/?#]*@/, '//').replace(/[?#].*$/s, '')
  const {origin, pathname} = new URL(url)
  return `${origin}${pathname}`
}

/** Node's code; of several addresses that were tried, the last one's. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown'
  if (error instanceof AggregateError && !('code' in error && error.code)) return codeOf(error.errors.at(-1))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'Unknown'
  // What OpenSSL says while it writes comes as EPROTO with the reason in the text, else as a code of its own.
  const [, reason] = code === 'EPROTO' ? (/:error:[0-9A-F]+:[^:]*:[^:]*:([^:]+):/.exec(error.message) ?? []) : []
  return reason === undefined ? code : `ERR_SSL_${reason.toUpperCase().replaceAll(' ', '_')}`
}
