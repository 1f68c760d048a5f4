import {createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse} from 'node:http'
import {createServer as createTlsServer, type ServerOptions} from 'node:https'
import type {AddressInfo, Socket} from 'node:net'
import {setTimeout as pause} from 'node:timers/promises'

/** A request as it came in. */
export interface Received {
  method: string
  /** Path and query; the whole URL where a proxy is asked. */
  path: string
  headers: IncomingMessage['headers']
  body: Buffer
}

/** What a route answers with, and what goes wrong on the way. */
export interface Reply {
  status?: number
  headers?: Readonly<Record<string, string | string[]>>
  /** Sent as it is, or as JSON when it is neither text nor bytes. */
  body?: unknown
  /** Milliseconds before anything is sent. */
  delay?: number
  /** The connection is dropped before the head, behind the head, or after this many bytes of the body. */
  drop?: 'before-head' | 'after-head' | number
  /** The body goes out in pieces of `bytes`, `every` milliseconds apart. */
  drip?: {bytes: number; every: number}
  /** These bytes instead of HTTP, and the end. */
  raw?: string
}

export type Route = Reply | readonly Reply[] | ((request: Received) => Reply | Promise<Reply>)

export interface FixtureServer {
  /** `http://127.0.0.1:PORT` or `https://localhost:PORT`, without a slash at the end. */
  url: string
  port: number
  /** What came in, in order. */
  requests: Received[]
  /** Connections that were opened. */
  connections: () => number
  /** Routes by `METHOD /path` or `/path`; a list is answered in turn, its last entry for ever. May be changed while serving. */
  routes: Record<string, Route>
  stop(): Promise<void>
}

/** A server on loopback that answers by a table. With `tls` it uses TLS. What has no route is a 404. */
export async function startFixtureServer(
  routes: Record<string, Route> = {},
  {tls}: {tls?: ServerOptions} = {},
): Promise<FixtureServer> {
  const requests: Received[] = []
  const turns = new Map<Route, number>()
  const listener: RequestListener = async (incoming, outgoing) => {
    const received = await receive(incoming)
    requests.push(received)
    const path = received.path.split('?')[0]
    const route = fixture.routes[`${received.method} ${path}`] ?? fixture.routes[path ?? '']
    await answer(await replyOf(route, received, turns), outgoing)
  }
  const server = tls ? createTlsServer(tls, listener) : createServer(listener)
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  const port = await listen(server)
  const fixture: FixtureServer = {
    url: tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    port,
    requests,
    connections: () => connections,
    routes,
    stop: () => stop(server),
  }
  return fixture
}

export function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

async function receive(incoming: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of incoming) chunks.push(chunk)
  } catch {
    // The client went away: what came is what there is.
  }
  const {method = '', url = '', headers} = incoming
  return {method, path: url, headers, body: Buffer.concat(chunks)}
}

async function replyOf(route: Route | undefined, request: Received, turns: Map<Route, number>): Promise<Reply> {
  if (route === undefined)
    return {status: 404, body: {error: {code: 404, message: 'No such route.', title: 'Not Found'}}}
  if (typeof route === 'function') return await route(request)
  if (!('length' in route)) return route as Reply
  const turn = turns.get(route) ?? 0
  turns.set(route, turn + 1)
  return route[Math.min(turn, route.length - 1)] ?? {}
}

async function answer(reply: Reply, outgoing: ServerResponse): Promise<void> {
  const {status = 200, headers = {}, delay, drop, drip, raw} = reply
  if (delay) await pause(delay)
  const socket = outgoing.socket
  if (drop === 'before-head') return void socket?.destroy()
  if (raw !== undefined) return void socket?.end(raw)
  const [body, type] = bytesOf(reply.body)
  const length = {'content-length': String(body.length)}
  outgoing.writeHead(status, {...(drip ? {} : length), ...(type ? {'content-type': type} : {}), ...headers})
  if (drop !== undefined)
    return await sendPart(outgoing, typeof drop === 'number' ? body.subarray(0, drop) : undefined, socket)
  if (!drip) return void outgoing.end(body)
  for (let at = 0; at < body.length && !outgoing.destroyed; at += drip.bytes) {
    outgoing.write(body.subarray(at, at + drip.bytes))
    await pause(drip.every)
  }
  outgoing.end()
}

async function sendPart(outgoing: ServerResponse, part: Buffer | undefined, socket: Socket | null): Promise<void> {
  outgoing.flushHeaders()
  if (part) outgoing.write(part)
  await pause(10)
  socket?.destroy()
}

function bytesOf(body: unknown): [Buffer, string | undefined] {
  if (body === undefined) return [Buffer.alloc(0), undefined]
  if (body instanceof Uint8Array) return [Buffer.from(body), 'application/octet-stream']
  if (typeof body === 'string') return [Buffer.from(body), 'text/plain; charset=utf-8']
  return [Buffer.from(JSON.stringify(body)), 'application/json']
}
