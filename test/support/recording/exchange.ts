import {isChange, isLogin, type RecordedRequest, requestOf} from '../recorder.ts'
import type {Exchange, Sent} from './recording.ts'
import {scrubbed} from './secrets.ts'

const KEPT_HEADERS = /^(?:content-type|location|link|etag|last-modified|retry-after|openstack-api-version|x-.*)$/
const DROPPED_HEADERS = /^x-(?:subject-token|auth-token|.*request-id|trans-id|openstack-request-id|timestamp)$/

/** The answers to what both clients asked, each request once unless its answers differ. */
export function exchangeOf(
  reference: readonly RecordedRequest[],
  ours: readonly RecordedRequest[],
  secrets: readonly string[],
): Exchange[] {
  const requested = new Set(reference.map(requestOf))
  const more = ours.filter((request) => !requested.has(requestOf(request)))
  const answered = [...reference, ...more].filter(({answer}) => answer !== undefined)
  const services = new Set([...reference, ...ours].filter(asksService).map(({url}) => new URL(url).host))
  const exchange = answered.map((request) => exchanged(request, secrets, services))
  const unique = new Map(exchange.map((entry) => [JSON.stringify(entry), entry]))
  return [...unique.values()].filter((entry, _, all) => !isRepeated(entry, all))
}

/** A request that a client made without a token first, and with one then. */
const isRepeated = ({request, status}: Exchange, all: readonly Exchange[]): boolean =>
  status === 401 && all.some((other) => other.request === request && other.status < 400)

/** What a client sent to change something; undefined when it changed nothing. */
export function sentBy(requests: readonly RecordedRequest[], secrets: readonly string[]): Sent[] | undefined {
  const sent = requests.filter(isChange).map((request): Sent => {
    const text = scrubbed(request.body ?? '', secrets)
    return {request: scrubbed(requestOf(request), secrets), ...(text !== '' && {body: jsonOf(text) ?? text})}
  })
  return sent.length > 0 ? sent : undefined
}

/** Version documents say nothing about which services a command needs. */
const asksService = (request: RecordedRequest): boolean =>
  !isLogin(request) && !/^\/(?:v[\d.]+\/?)?$/.test(new URL(request.url).pathname)

function exchanged(request: RecordedRequest, secrets: readonly string[], services: ReadonlySet<string>): Exchange {
  const {headers = {}, body = Buffer.alloc(0)} = request.answer ?? {}
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' && KEPT_HEADERS.test(name) && !DROPPED_HEADERS.test(name) ? [[name, value]] : [],
  )
  // The length of a body that a HEAD only describes: what Swift says about objects.
  const length = request.method === 'HEAD' && headers['content-length']
  const text = scrubbed(body.toString(), secrets)
  const parsed = jsonOf(text)
  return {
    request: scrubbed(requestOf(request), secrets),
    status: request.status,
    headers: {
      ...Object.fromEntries(kept),
      ...(length && {'content-length': length}),
      ...(isLogin(request) && {'x-subject-token': 'scrubbed'}),
    },
    ...(text !== '' && {body: isLogin(request) ? access(parsed, services) : (parsed ?? text)}),
  }
}

/** A body as JSON, where JavaScript has every number of it as it is written. */
export function jsonOf(text: string): unknown {
  try {
    let exact = true
    const value: unknown = JSON.parse(text, (_, read: unknown, context?: {source?: string}) => {
      if (typeof read === 'number' && context?.source !== String(read)) exact = false
      return read
    })
    return exact && typeof value === 'object' ? value : undefined
  } catch {
    return undefined
  }
}

interface Access {
  token: {catalog?: {endpoints: {url: string}[]}[]; expires_at: string}
}

/** The answer to a login that never expires, with the services that were asked: all of them where none was. */
function access(body: unknown, services: ReadonlySet<string>): unknown {
  const {token} = body as Access
  const lasting = {...token, audit_ids: [], expires_at: '2100-01-01T00:00:00.000000Z'}
  if (!token.catalog || services.size === 0) return {token: lasting}
  const requested = token.catalog.filter(({endpoints}) => endpoints.some(({url}) => services.has(new URL(url).host)))
  return {token: {...lasting, catalog: requested}}
}
