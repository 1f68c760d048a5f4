import {on} from 'node:events'
import type {Agent} from 'node:http'
import {AuthError, asObject, asText, ConnectionError, decodeJson, type JsonObject, OscError} from '@osc-cli/core'
import type {WebSocket} from 'ws'

/** Seconds for the connection to open. */
const OPENING = 10
/** A subscription that a closed connection leaves behind ends after a week at the latest. */
const TTL = 7 * 86_400
/** What Zaqar closes a connection with whose token has expired. */
const EXPIRED = 4003

/** Who follows which queue. */
export interface Follower {
  queue: string
  clientId: string
  token: string
  projectId: string
}

/** The websocket could not be opened; messages can be polled instead. */
export class NoSocketError extends ConnectionError {}

/** Opens a websocket. NoSocketError when there is none at this address. */
export async function openSocket(url: string, agent: Agent, signal: AbortSignal): Promise<WebSocket> {
  const {WebSocket: Client} = await import('ws')
  const socket = new Client(url, {agent, handshakeTimeout: OPENING * 1000, followRedirects: false})
  signal.addEventListener('abort', () => socket.terminate(), {once: true})
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', (cause) => reject(new NoSocketError(`${url} cannot be used: ${cause.message}.`, {cause})))
  })
  return socket
}

/**
 * The messages that are posted to a queue from now on. Ends when the token has expired; ConnectionError when the service
 * closes the connection for another reason. Closes the socket, and Zaqar deletes the subscription of a closed one.
 */
export async function* notifications(
  socket: WebSocket,
  {queue, clientId, token, projectId}: Follower,
  signal: AbortSignal,
): AsyncGenerator<JsonObject> {
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  const incoming = on(socket, 'message', {close: ['close'], signal})
  const ask = async (action: string, body: JsonObject, headers: JsonObject = {}) => {
    const own = {'Client-ID': clientId, 'X-Project-ID': projectId}
    socket.send(JSON.stringify({action, headers: {...own, ...headers}, body}))
    const {value, done} = await incoming.next()
    if (done) throw new ConnectionError(closedBy(await closed), {hint: POLL})
    check(action, messageIn(value))
  }
  try {
    await ask('authenticate', {}, {'X-Auth-Token': token})
    await ask('subscription_create', {queue_name: queue, ttl: TTL})
    for await (const event of incoming) yield messageIn(event)
    const code = await closed
    if (code !== EXPIRED) throw new ConnectionError(closedBy(code), {hint: POLL})
  } catch (cause) {
    if (cause instanceof OscError || signal.aborted) throw cause
    throw new ConnectionError(`The websocket of the messaging service failed: ${cause}`, {cause})
  } finally {
    socket.close()
  }
}

const POLL = 'Run the command again, or poll over HTTP with --poll.'
const closedBy = (code: number): string => `The messaging service closed the websocket (code ${code}).`

const messageIn = (event: unknown): JsonObject => asObject(decodeJson(String(Array.isArray(event) ? event[0] : event)))

function check(action: string, answer: JsonObject): void {
  const status = Number(asObject(answer.headers).status)
  if (status < 400) return
  const reason = asText(asObject(answer.body).error) ?? `status ${status}`
  if (action === 'authenticate')
    throw new AuthError(`The websocket of the messaging service rejected the login: ${reason}`)
  throw new OscError(`The messaging service refused to follow the queue: ${reason}`)
}
