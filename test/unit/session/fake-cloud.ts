import {Readable} from 'node:stream'
import type {Cache} from '#cloud/cache/cache'
import type {CloudConfig, Source} from '#cloud/config/types'
import {createSession} from '#cloud/session'
import type {HttpAnswer, HttpRequest, Trace, Transport} from '#cloud/transport-types'
import type {Session} from '#cloud/types'
import {ConnectionError} from '#errors'
import {decodeJson, type Json, type JsonObject} from '#json'

export const KEYSTONE = 'http://keystone.example/v3'

/** A request as it was sent, its JSON body decoded. */
export interface Sent extends HttpRequest {
  headers: Readonly<Record<string, string>>
  json: Json
}

export interface Reply {
  status?: number
  headers?: Record<string, string>
  body?: Json | string
}

export type Serve = (request: Sent) => Reply | Promise<Reply> | undefined

/** A transport in memory: `serve` answers, 404 when it does not; everything sent is kept. */
export function fakeTransport(serve: Serve): Transport & {sent: Sent[]} {
  const sent: Sent[] = []
  return {
    sent,
    async send(request) {
      const json = typeof request.body === 'string' && /^[[{]/.test(request.body) ? decodeJson(request.body) : null
      const one = {...request, headers: request.headers ?? {}, json}
      sent.push(one)
      return answerOf(request.url, (await serve(one)) ?? {status: 404, body: {error: {message: `No ${request.url}`}}})
    },
    close() {},
  }
}

function answerOf(url: string, {status = 200, headers = {}, body = ''}: Reply): HttpAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return {
    status,
    url,
    headers,
    stream: () => Readable.from([Buffer.from(text)]),
    text: async () => text,
    json: async () => {
      try {
        return text === '' ? null : decodeJson(text)
      } catch (cause) {
        throw new ConnectionError(`${url} answered no JSON.`, {cause})
      }
    },
  }
}

export const endpoint = (url: string, region = 'one', kind = 'public'): JsonObject => ({
  interface: kind,
  region,
  region_id: region,
  url,
  id: `${kind}-${region}`,
})

export const service = (type: string, ...endpoints: JsonObject[]): JsonObject => ({
  type,
  name: `the-${type}`,
  id: type,
  endpoints,
})

export const CATALOG: Json[] = [
  service('identity', endpoint('http://keystone.example/v3/')),
  service('orchestration', endpoint('http://heat.example/v1/p1')),
  service('compute', endpoint('http://nova.example/v2.1')),
  service('volumev3', endpoint('http://cinder.example/v3/p1')),
]

const HOUR = 3_600_000

/** The `token` of an answer of Keystone: user u1 in project p1, for an hour. */
export const tokenBody = (over: JsonObject = {}): JsonObject => ({
  expires_at: new Date(Date.now() + HOUR).toISOString(),
  issued_at: new Date().toISOString(),
  user: {id: 'u1', name: 'alice', domain: {id: 'default', name: 'Default'}},
  project: {id: 'p1', name: 'work', domain: {id: 'default', name: 'Default'}},
  roles: [{id: 'r1', name: 'member'}],
  catalog: CATALOG,
  ...over,
})

/** A cloud whose Keystone hands out t1, t2, ... and whose services are `serve`. */
export function fakeCloud(
  serve: Serve = () => ({body: {}}),
  token: () => JsonObject = tokenBody,
): Transport & {sent: Sent[]} {
  let count = 0
  return fakeTransport((request) => {
    if (request.method !== 'POST' || !request.url.endsWith('/auth/tokens')) return serve(request)
    count += 1
    return {status: 201, headers: {'x-subject-token': `t${count}`}, body: {token: token()}}
  })
}

export const AUTH = {
  auth_url: KEYSTONE,
  username: 'alice',
  password: 'wonderland',
  user_domain_id: 'default',
  project_name: 'work',
  project_domain_id: 'default',
}

export const from = (kind: Source['kind'], name: string): Source => ({kind, name})

export const cloudConfig = (over: Partial<CloudConfig> = {}): CloudConfig => ({
  name: 'lab',
  region: undefined,
  authType: 'password',
  auth: AUTH,
  interface: 'public',
  verify: true,
  cacert: undefined,
  cert: undefined,
  key: undefined,
  settings: {},
  sources: {'auth.auth_url': from('file', 'clouds.yaml:3')},
  warnings: [],
  ...over,
})

/** A trace that keeps what it receives. */
export function fakeTrace(): Trace & {secrets: string[]; notes: string[]} {
  const secrets: string[] = []
  const notes: string[] = []
  return {
    secrets,
    notes,
    request() {},
    response() {},
    note: (message) => void notes.push(message),
    secret: (value) => void secrets.push(value),
    wantsBodies: false,
  }
}

export const noCache: Cache = {get: () => undefined, read: () => undefined, put: async () => {}, drop: () => {}}

/** Nobody is there to be asked. */
export const nobody = {
  ask: async (prompt: string): Promise<string> => {
    throw new Error(`requested for ${prompt}`)
  },
  print() {},
}

export function openFake(
  transport: Transport,
  over: Partial<CloudConfig> = {},
  parts: {cache?: Cache; trace?: Trace} = {},
): Session {
  return createSession({
    config: cloudConfig(over),
    transport,
    cache: parts.cache ?? noCache,
    trace: parts.trace ?? fakeTrace(),
    terminal: nobody,
  })
}

/** The addresses that were asked, `GET /path?query` each, log-ins as `login`. */
export const calls = ({sent}: {sent: readonly Sent[]}): string[] =>
  sent.map(({method, url}) => {
    const {pathname, search} = new URL(url)
    return pathname.endsWith('/auth/tokens') && method === 'POST' ? 'login' : `${method} ${pathname}${search}`
  })
