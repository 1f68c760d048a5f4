import {once} from 'node:events'
import type {IncomingMessage} from 'node:http'
import type {AddressInfo} from 'node:net'
import type {Duplex} from 'node:stream'
import {type HttpBindings, type ServerType, serve} from '@hono/node-server'
import {OscError} from '@osc-cli/core'
import type {Sandbox, SandboxOptions} from '@osc-cli/core/sandbox'
import {createApp, failureAnswer} from '#server/app'
import {createClock} from '#server/clock'
import {type OpenCloud, openCloud} from '#server/cloud'
import {createFaults} from '#server/faults'
import {isOwnHost, refusalOf} from '#server/refuse'
import {KEPT, openSqliteStore, type SqliteStore} from '#server/sqlite-store'
import {openStateFile} from '#server/state-file'
import {type Answer, withFaults} from '#server/with-faults'

/** Answers requests to the control routes; undefined for all others. */
export type Control = (request: Request) => Promise<Response> | undefined

/** Starts a sandbox in this process, on loopback. OscError when the port or the state file is in use. */
export async function startSandbox(options: SandboxOptions & {control?: Control}): Promise<Sandbox> {
  const {services, log = () => {}, latency = 0} = options
  const faults = createFaults(options.fail)
  const clock = createClock()
  const {state, fresh = false} = options
  const store = state === undefined ? openSqliteStore(':memory:') : openStateFile(state, fresh)
  // The services need the port for their URLs, and it is known only once something listens on it.
  let answer: Answer = () => new Response(null, {status: 503})
  const server = await listen(
    (request, bindings) => refusalOf(request, port) ?? options.control?.(request) ?? answer(request, bindings),
    options,
    store,
  )
  const {port} = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const service = services.find(({prefix}) => request.url?.split(/[/?]/)[1] === prefix)
    const instance = service && open.instances.get(service)
    if (instance?.upgrade && isOwnHost(request.headers.host, port)) instance.upgrade(request, socket, head)
    else socket.destroy()
  })
  const begin = (): OpenCloud => {
    store.collection(KEPT).put('port', {value: port})
    const begun = openCloud({store, clock, url, region: 'RegionOne', services, log})
    const app = createApp(begun)
    answer = withFaults((request, bindings) => app.fetch(request, bindings), {
      faults,
      latency,
      refuse: (path, failure) => failureAnswer(begun, path, failure),
    })
    return begun
  }
  let open = begin()
  const anew = async (change: () => void) => {
    await open.close()
    try {
      change()
    } finally {
      open = begin()
    }
  }
  return {
    url,
    faults,
    clock,
    get cloud() {
      return open.cloud
    },
    reset: () => anew(() => store.clear()),
    save: (file) => store.copyTo(file),
    restore: (file) => anew(() => store.copyFrom(file)),
    async close() {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await open.close()
      store.close()
    },
  }
}

async function listen(fetch: Answer, {port}: SandboxOptions, store: SqliteStore): Promise<ServerType> {
  const last = Number(store.collection(KEPT).get('port')?.value ?? 0)
  try {
    return await listenOn(fetch, port ?? last).catch((error) => {
      if (port !== undefined || last === 0) throw error
      return listenOn(fetch, 0)
    })
  } catch (error) {
    store.close()
    throw new OscError(
      `Port ${port ?? 0} on 127.0.0.1 cannot be used: ${error instanceof Error ? error.message : error}.`,
      {
        code: 'SandboxPortInUse',
        cause: error,
        hint: 'Choose another port with --port, or omit --port to use any free one.',
      },
    )
  }
}

async function listenOn(fetch: Answer, port: number): Promise<ServerType> {
  const server = serve({
    fetch: (request, bindings) => fetch(request, bindings as HttpBindings),
    hostname: '127.0.0.1',
    port,
    // More than a long URL has, so that the answer says so instead of a connection that is reset.
    serverOptions: {maxHeaderSize: 256 * 1024},
  })
  await once(server, 'listening')
  return server
}
