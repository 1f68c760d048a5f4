import {createServer, type IncomingMessage, request, type ServerResponse} from 'node:http'
import {connect, type Socket} from 'node:net'
import {listen, stop} from './fixture-server.ts'

export interface FixtureProxy {
  url: string
  port: number
  /** `CONNECT host:port` and `GET http://host/path`, in order. */
  requested: string[]
  /** The Proxy-Authorization headers that came. */
  authorizations: (string | undefined)[]
  stop(): Promise<void>
}

/** A proxy on loopback: CONNECT tunnels and forwarded requests. With `authorization` it requires that value. */
export async function startFixtureProxy({authorization}: {authorization?: string} = {}): Promise<FixtureProxy> {
  const requested: string[] = []
  const authorizations: (string | undefined)[] = []
  const sockets = new Set<Socket>()
  const isWelcome = (incoming: IncomingMessage) => {
    const given = incoming.headers['proxy-authorization']
    requested.push(`${incoming.method} ${incoming.url}`)
    authorizations.push(given)
    return authorization === undefined || given === authorization
  }
  const server = createServer((incoming, outgoing) => {
    if (isWelcome(incoming)) return forward(incoming, outgoing)
    outgoing.writeHead(407, {'proxy-authenticate': 'Basic realm="fixture"'}).end()
  })
  server.on('connect', (incoming, socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    if (!isWelcome(incoming)) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    const [, host = '', port] = /^\[?(.*?)\]?:(\d+)$/.exec(incoming.url ?? '') ?? []
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    sockets.add(onward)
    onward.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'))
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requested,
    authorizations,
    stop() {
      for (const socket of sockets) socket.destroy()
      return stop(server)
    },
  }
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const {method = 'GET', url = '', headers} = incoming
  const onward = request(url, {method, headers, agent: false}, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}
