import type {Agent, ClientRequest, ClientRequestArgs, IncomingMessage} from 'node:http'
import type {AgentOptions} from 'node:https'
import type {Duplex} from 'node:stream'
import {proxyAuthorization, proxyName} from '#cloud/http/proxy'
import {ConnectionError} from '#errors'

type Done = (error: Error | null, socket?: Duplex) => void

/** An agent whose connections are TLS inside a tunnel that `proxy` opens with CONNECT. `timeout` is in seconds. */
export function tunnelAgent(options: AgentOptions, proxy: URL, timeout: number | undefined): Agent {
  const agent = new (process.getBuiltinModule('node:https').Agent)(options)
  const opening = new Set<ClientRequest>()
  const destroy = agent.destroy.bind(agent)
  return Object.assign(agent, {
    createConnection(target: ClientRequestArgs, done: Done) {
      const request = connectRequest(proxy, `${bracketed(target.host ?? '')}:${target.port}`, options, timeout)
      opening.add(request)
      request.once('close', () => opening.delete(request))
      const {connect} = process.getBuiltinModule('node:tls')
      openTunnel(request, proxy).then(
        // The target's options hold the agent's and the server's name.
        (socket) => done(null, connect({...(target as object), socket})),
        (error: Error) => done(error),
      )
      return undefined
    },
    destroy() {
      for (const request of opening) request.destroy()
      destroy()
    },
  })
}

function connectRequest(proxy: URL, path: string, tls: AgentOptions, timeout: number | undefined): ClientRequest {
  const authorization = proxyAuthorization(proxy)
  const module = process.getBuiltinModule(proxy.protocol === 'https:' ? 'node:https' : 'node:http')
  return module.request({
    ...(proxy.protocol === 'https:' ? tls : {}),
    agent: false,
    method: 'CONNECT',
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    path,
    headers: {host: path, ...(authorization ? {'proxy-authorization': authorization} : {})},
    timeout: timeout === undefined ? 0 : timeout * 1000,
  })
}

function openTunnel(request: ClientRequest, proxy: URL): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    request.once('connect', (answer, socket) => {
      if (isSuccess(answer.statusCode)) {
        socket.setTimeout(0)
        return resolve(socket)
      }
      socket.destroy()
      reject(refused(proxy, answer))
    })
    request.once('timeout', () => request.destroy(Object.assign(new Error('connect'), {code: 'ETIMEDOUT'})))
    request.once('error', reject)
    request.end()
  })
}

function refused(proxy: URL, {statusCode, statusMessage}: IncomingMessage): ConnectionError {
  const hint =
    statusCode === 407
      ? 'Put user name and password into the proxy URL: http://USER:PASSWORD@HOST:PORT.'
      : 'If the cloud can be reached without the proxy, add its host to NO_PROXY.'
  const statusLine = `${statusCode} ${statusMessage ?? ''}`.trim()
  return new ConnectionError(`The proxy ${proxyName(proxy)} refuses to connect to the service: ${statusLine}.`, {
    hint,
    code: 'ProxyRefused',
  })
}

const isSuccess = (status = 0): boolean => status >= 200 && status < 300

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host)
