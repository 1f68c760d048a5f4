import {createServer, type IncomingMessage, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import type {CloudConfig} from '#cloud/config/types'
import {createSession} from '#cloud/session'
import {createTransport} from '#cloud/transport'
import type {Access} from '#cloud/types'
import type {Json} from '#json'
import {cloudConfig, fakeTrace, noCache, tokenBody} from '../session/fake-cloud.ts'

/** A request as the fixture got it; `form` is its body when that was a form. */
export interface Got {
  method: string
  path: string
  headers: IncomingMessage['headers']
  form: Readonly<Record<string, string>>
  json: Json
}

export interface Answer {
  status?: number
  headers?: Record<string, string>
  json: Json
}

/** An identity provider and a Keystone behind it, over HTTP: routes by `METHOD /path`. */
export interface Fixture {
  url: string
  got: Got[]
  routes: Record<string, (request: Got) => Answer>
  close(): Promise<void>
}

export async function startFixture(): Promise<Fixture> {
  const got: Got[] = []
  const routes: Fixture['routes'] = {}
  const server = createServer((incoming, outgoing) => {
    void read(incoming).then((request) => {
      got.push(request)
      const route = routes[`${request.method} ${request.path}`]
      const {status = 200, headers = {}, json} = route?.(request) ?? {status: 404, json: {error: 'no such route'}}
      outgoing.writeHead(status, {'content-type': 'application/json', ...headers}).end(JSON.stringify(json))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  return {url: `http://127.0.0.1:${port}`, got, routes, close: () => closed(server)}
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

async function read(incoming: IncomingMessage): Promise<Got> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  const isForm = incoming.headers['content-type'] === 'application/x-www-form-urlencoded'
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers,
    form: isForm ? Object.fromEntries(new URLSearchParams(text)) : {},
    json: text !== '' && !isForm ? JSON.parse(text) : null,
  }
}

/** An answer of Keystone with a token. */
export const tokenAnswer = (token: string): Answer => ({
  status: 201,
  headers: {'x-subject-token': token},
  json: {token: tokenBody()},
})

export interface LoggedIn {
  access: Access
  secrets: string[]
  printed: string[]
}

/** Logs in over real HTTP. `typed`: what the person answers. */
export async function logIn(over: Partial<CloudConfig>, typed: readonly string[] = []): Promise<LoggedIn> {
  const trace = fakeTrace()
  const printed: string[] = []
  const answers = [...typed]
  const transport = createTransport({verify: true, env: {}, userAgent: 'test', trace})
  try {
    const session = createSession({
      config: cloudConfig(over),
      transport,
      cache: noCache,
      trace,
      terminal: {ask: async () => answers.shift() ?? '', print: (line) => void printed.push(line)},
    })
    return {access: await session.access(), secrets: trace.secrets, printed}
  } finally {
    transport.close()
  }
}
