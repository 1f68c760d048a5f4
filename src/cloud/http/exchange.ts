import type {ClientRequest, IncomingMessage, OutgoingHttpHeaders} from 'node:http'
import type {Route} from '#cloud/http/agents'
import {proxyAuthorization} from '#cloud/http/proxy'
import {rawPath} from '#cloud/path'
import type {HttpRequest} from '#cloud/transport-types'

/** What ended without the head of an answer. `reused` marks a kept connection, which the server may have closed a moment ago. */
export class NoAnswer extends Error {
  readonly reused: boolean

  constructor(cause: unknown, reused: boolean) {
    super('no answer', {cause})
    this.reused = reused
  }
}

/** The code of our own error for a connection that stayed silent. */
export const IDLE = 'OSC_IDLE'

/** The calls that end what is under way, for a signal to make. */
export type Aborts = Set<(reason: unknown) => void>

/**
 * Sends a request once. Resolves with the head of the answer, rejects with NoAnswer or with the reason of an abort.
 * `timeout`: seconds without a byte in either direction, while it is not we who hold up the other side.
 */
export function exchange(
  request: HttpRequest,
  headers: OutgoingHttpHeaders,
  route: Route,
  {timeout, aborts}: {timeout: number | undefined; aborts: Aborts},
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = openRequest(request, headers, route)
    let answer: IncomingMessage | undefined
    const abort = (reason: unknown) => {
      reject(reason)
      const error = reason instanceof Error ? reason : new Error('aborted', {cause: reason})
      answer?.destroy(error)
      outgoing.destroy(error)
    }
    aborts.add(abort)
    watchIdle(outgoing, () => answer, timeout)
    outgoing.once('response', (incoming) => {
      answer = incoming
      resolve(incoming)
    })
    // Stays, for errors that come after the head of the answer: those end the answer's body.
    outgoing.on('error', (error) => reject(new NoAnswer(error, outgoing.reusedSocket)))
    outgoing.once('close', () => {
      aborts.delete(abort)
      reject(new NoAnswer(Object.assign(new Error('closed'), {code: 'ECONNRESET'}), outgoing.reusedSocket))
    })
    sendBody(outgoing, request.body)
  })
}

function openRequest(
  {method, url}: HttpRequest,
  headers: OutgoingHttpHeaders,
  {agent, proxy, forwarded}: Route,
): ClientRequest {
  const target = new URL(url)
  const next = forwarded && proxy ? proxy : target
  const authorization = forwarded && proxy ? proxyAuthorization(proxy) : undefined
  const module = process.getBuiltinModule(next.protocol === 'https:' ? 'node:https' : 'node:http')
  return module.request({
    agent,
    method,
    host: next.hostname.replace(/^\[|\]$/g, ''),
    port: next.port || (next.protocol === 'https:' ? 443 : 80),
    path: forwarded ? `${target.origin}${rawPath(url)}` : rawPath(url),
    headers: {host: target.host, ...headers, ...(authorization ? {'proxy-authorization': authorization} : {})},
    // Keystone's old PKI tokens alone are longer than Node's 16 KiB.
    maxHeaderSize: 256 * 1024,
  })
}

function sendBody(outgoing: ClientRequest, body: HttpRequest['body']): void {
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) {
    outgoing.end(body)
    return
  }
  body.on('error', (error) => outgoing.destroy(error))
  outgoing.once('response', () => body.unpipe(outgoing))
  body.pipe(outgoing)
}

function watchIdle(
  outgoing: ClientRequest,
  answer: () => IncomingMessage | undefined,
  timeout: number | undefined,
): void {
  const milliseconds = timeout === undefined ? 0 : timeout * 1000
  outgoing.once('socket', (socket) => {
    const onTimeout = () => {
      const unread = answer()?.readableLength ?? 0
      const nothingToSend = !outgoing.writableEnded && outgoing.writableLength === 0
      // Our reader or writer is the slow one: wait on.
      if (unread > 0 || nothingToSend) return void socket.setTimeout(milliseconds)
      const silence = Object.assign(new Error('silence'), {code: IDLE})
      answer()?.destroy(silence)
      outgoing.destroy(silence)
    }
    socket.setTimeout(milliseconds)
    if (milliseconds === 0) return
    socket.on('timeout', onTimeout)
    outgoing.once('close', () => socket.off('timeout', onTimeout))
  })
}
