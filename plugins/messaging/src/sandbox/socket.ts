import {asObject, asText, decodeJson, type Json, type JsonObject} from '@osc-cli/core'
import type {Caller, SandboxCloud, SandboxService} from '@osc-cli/core/sandbox'
import {type WebSocket, WebSocketServer} from 'ws'

/** What the HTTP API asks of the websockets. */
export interface Sockets {
  /** Sends a notification to whoever follows the queue of a project. */
  notify(projectId: string, queue: string, notice: JsonObject): void
  /** How many connections follow a queue. */
  followers(): number
}

/** Zaqar's websocket, as far as following a queue needs it. */
export const websocket: SandboxService = {
  type: 'messaging-websocket',
  name: 'zaqar-websocket',
  prefix: 'messaging-websocket',
  endpoint: '',
  scheme: 'ws',
  failureBody: ({title, message}) => ({title, description: message}),
  open(cloud) {
    const server = new WebSocketServer({noServer: true})
    const followed = new Map<WebSocket, string>()
    server.on('connection', (socket) => {
      socket.on('close', () => followed.delete(socket))
      talk(cloud, socket, (projectId, queue) => followed.set(socket, `${projectId}/${queue}`))
    })
    const api: Sockets = {
      followers: () => followed.size,
      notify(projectId, queue, notice) {
        for (const [socket, key] of followed) if (key === `${projectId}/${queue}`) socket.send(JSON.stringify(notice))
      },
    }
    return {
      api,
      // Its server answers other requests than those for a websocket, too.
      publicRoutes: {'GET /': () => ({status: 426, body: {title: 'Upgrade Required'}})},
      routes: {},
      upgrade: (request, socket, head) =>
        server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request)),
      close() {
        for (const client of server.clients) client.terminate()
        server.close()
      },
    }
  },
}

/** Answers the requests on one connection: first the login, then subscriptions. */
function talk(cloud: SandboxCloud, socket: WebSocket, follow: (projectId: string, queue: string) => void): void {
  let caller: Caller | undefined
  const answer = (request: JsonObject, status: number, body: Json) =>
    socket.send(JSON.stringify({request: {...request, api: 'v2'}, body, headers: {status}}))
  socket.on('message', (data) => {
    const {headers, ...request} = asObject(decodeJson(String(data)))
    const {action} = request
    if (action === 'authenticate') {
      const token = asText(asObject(headers)['X-Auth-Token']) ?? ''
      const requested = {service: 'messaging', method: 'GET', path: '/v2'}
      caller = cloud.service('identity')?.authenticate?.(token, requested)
      if (caller) answer(request, 200, {message: 'Authentified.'})
      else answer(request, 401, {error: 'Authentication failed.'})
    } else if (caller?.projectId === undefined || asObject(headers)['X-Project-ID'] !== caller.projectId)
      answer(request, 403, {error: 'Not authentified.'})
    else if (action === 'subscription_create') {
      const queue = asText(asObject(request.body).queue_name) ?? ''
      follow(caller.projectId, queue)
      answer(request, 201, {subscription_id: cloud.newId(), message: `Subscription ${queue} created.`})
    } else answer(request, 400, {error: `'${action}' is not one of the sandbox's actions.`})
  })
}
