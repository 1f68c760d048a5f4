import type {Readable} from 'node:stream'
import type {HttpAnswer, HttpRequest} from '#cloud/transport-types'
import type {ApiRequest, ApiResponse, Query} from '#cloud/types'

/** The HTTP request for a call: address, headers of the log-in and of the caller (which win), and the body encoded. */
export function encodeRequest(
  {service, method = 'GET', path, query, body, headers, patience}: ApiRequest,
  endpoint: string,
  ...standard: readonly Readonly<Record<string, string>>[]
): HttpRequest {
  const json = body !== undefined && !isRaw(body)
  return {
    service,
    method,
    url: withQuery(`${endpoint}${path}`, query),
    headers: lowerCase(
      {accept: 'application/json'},
      json ? {'content-type': 'application/json'} : {},
      ...standard,
      headers,
    ),
    body: json ? JSON.stringify(body) : body,
    patience,
  }
}

/** Bodies that are sent as they are. */
const isRaw = (body: ApiRequest['body']): body is string | Uint8Array | Readable =>
  typeof body === 'string' || body instanceof Uint8Array || isStream(body)

/** Whether a body can be sent a second time. */
export const isRepeatable = (body: ApiRequest['body']): boolean => !isStream(body)

const isStream = (body: ApiRequest['body']): body is Readable =>
  typeof body === 'object' && 'pipe' in body && typeof body.pipe === 'function'

/** Appends a query; what is undefined is left out, lists repeat their key. */
export function withQuery(url: string, query: Query | undefined): string {
  const pairs = Object.entries(query ?? {}).flatMap(([key, value]) => {
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
    return values.map((one) => `${encodeURIComponent(key)}=${encodeURIComponent(String(one))}`)
  })
  if (pairs.length === 0) return url
  return `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`
}

const lowerCase = (...many: readonly (Readonly<Record<string, string>> | undefined)[]): Record<string, string> =>
  Object.fromEntries(
    many.flatMap((headers) => Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
  )

export function toResponse(answer: HttpAnswer): ApiResponse {
  const {status, url, headers} = answer
  return {
    status,
    url,
    headers,
    requestId: headers['x-openstack-request-id'] ?? headers['x-compute-request-id'],
    text: () => answer.text(),
    json: () => answer.json(),
    stream: () => answer.stream(),
  }
}
