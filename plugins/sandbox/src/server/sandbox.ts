import {once} from 'node:events'
import type {AddressInfo} from 'node:net'
import {serve} from '@hono/node-server'
import {OscError} from '@osc-cli/core'
import type {SandboxCloud, SandboxService} from '@osc-cli/core/sandbox'
import {createApp} from '#server/app'
import {openCloud} from '#server/cloud'
import {openSqliteStore, type SqliteStore} from '#server/sqlite-store'

export interface SandboxOptions {
  services: readonly SandboxService[]
  /** Default 0: any free port. */
  port?: number
  /** The state file; default: in memory only. */
  state?: string
  /** Gets a line for each request and whatever the services tell. */
  log?: (line: string) => void
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`. */
  url: string
  cloud: SandboxCloud
  store: SqliteStore
  close(): Promise<void>
}

/** Starts a sandbox in this process, on loopback. OscError when the port or the state file is taken. */
export async function startSandbox({
  services,
  port = 0,
  state = ':memory:',
  log = () => {},
}: SandboxOptions): Promise<Sandbox> {
  const store = openSqliteStore(state)
  // The services need the port for their URLs, and it is known only once something listens on it.
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, {status: 503})
  const server = serve({fetch: (request) => answer(request), hostname: '127.0.0.1', port})
  try {
    await once(server, 'listening')
  } catch (error) {
    store.close()
    throw new OscError(
      `Port ${port} of 127.0.0.1 is not to be had: ${error instanceof Error ? error.message : error}.`,
      {
        code: 'SandboxPortInUse',
        cause: error,
        hint: 'Choose another one with --port, or none for any that is free.',
      },
    )
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const open = openCloud({store, url, region: 'RegionOne', services, log})
  const app = createApp(open)
  answer = (request) => app.fetch(request)
  return {
    url,
    cloud: open.cloud,
    store,
    async close() {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await open.close()
      store.close()
    },
  }
}
