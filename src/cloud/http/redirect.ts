import {placeOf} from '#cloud/http/explain'
import {type Headers, isSecretHeader} from '#cloud/http/headers'
import type {HttpRequest} from '#cloud/transport-types'
import {ConnectionError} from '#errors'

/** How many redirects are followed, one after the other. */
export const MOST_REDIRECTS = 30

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const OF_THE_BODY = new Set(['content-type', 'content-length', 'content-encoding', 'transfer-encoding'])

/**
 * The request that a redirect leads to, or undefined when the answer is not a redirect. The method stays, also after 301 and 302,
 * as OpenStack's services mean it: Heat answers DELETE /stacks/NAME with a 302 to /stacks/NAME/ID. Behind 303 it is GET.
 * Tokens and bodies go to the same server only, never from https to http. `verify`: whether certificates are checked.
 */
export function redirected(
  request: HttpRequest,
  answer: {status: number; headers: Headers},
  verify: boolean,
): HttpRequest | undefined {
  const {location} = answer.headers
  if (!REDIRECTS.has(answer.status) || !location) return undefined
  const from = new URL(request.url)
  const to = destination(from, location)
  const {headers = {}, body, method} = request
  const sees = answer.status === 303 && method !== 'HEAD'
  if (request.keepTls && from.protocol === 'https:' && to.protocol === 'http:')
    throw lost(from, 'an unencrypted http URL')
  const mayKnow = sameServer(from, to, verify)
  if (body !== undefined && !sees) refuseToResend(request, to, mayKnow)
  return {
    method: sees ? 'GET' : method,
    url: to.href,
    headers: without(headers, (name) => (!mayKnow && isSecretHeader(name)) || (sees && OF_THE_BODY.has(name))),
    body: sees ? undefined : body,
    keepTls: request.keepTls,
    service: request.service,
  }
}

/**
 * Where `location` leads. A service behind a TLS proxy that does not know of it calls itself http; the same host and
 * port cannot mean another scheme, so https stays.
 */
function destination(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href)) throw lost(from, 'a location that is not a URL')
  const to = new URL(location, from)
  if (to.protocol !== 'http:' && to.protocol !== 'https:') throw lost(from, `a ${to.protocol} URL`)
  if (from.protocol === 'https:' && to.protocol === 'http:' && to.hostname === from.hostname && to.port === from.port) {
    to.protocol = 'https:'
  }
  return to
}

/**
 * Over TLS a certificate that was verified proves that another port belongs to the same host. Without that proof only the same
 * port is the same server.
 */
function sameServer(from: URL, to: URL, verify: boolean): boolean {
  return from.origin === to.origin || (verify && from.hostname === to.hostname && to.protocol === 'https:')
}

function refuseToResend({method, url, body}: HttpRequest, to: URL, mayKnow: boolean): void {
  const stream = typeof body !== 'string' && !(body instanceof Uint8Array)
  if (mayKnow && !stream) return
  const reason = stream ? 'the request body cannot be sent twice' : 'the request may contain secrets'
  throw new ConnectionError(
    `${method} ${placeOf(url)} is redirected to ${placeOf(to.href)}, which is not followed: ${reason}.`,
    {
      hint: 'Set auth_url or the endpoint override to the new address.',
      code: 'Redirect',
    },
  )
}

const lost = (from: URL, where: string): ConnectionError =>
  new ConnectionError(`${placeOf(from.href)} redirects to ${where}.`, {code: 'Redirect'})

const without = (headers: Headers, drop: (name: string) => boolean): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !drop(name.toLowerCase())))
