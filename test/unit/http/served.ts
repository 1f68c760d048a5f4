import {createTransport} from '#cloud/transport'
import type {HttpAnswer, HttpRequest, Transport, TransportOptions} from '#cloud/transport-types'
import {type FixtureServer, type Route, startFixtureServer} from '../../support/fixture-server.ts'

const open: {close(): void}[] = []
const running: {stop(): Promise<void>}[] = []

/** A server for the current test. */
export async function served(
  routes: Record<string, Route>,
  options?: Parameters<typeof startFixtureServer>[1],
): Promise<FixtureServer> {
  const server = await startFixtureServer(routes, options)
  running.push(server)
  return server
}

/** Stops it when the current test has ended. */
export function stopLater<T extends {stop(): Promise<void>}>(fixture: T): T {
  running.push(fixture)
  return fixture
}

/** A transport for the current test, in an environment without proxies unless it says so. */
export function transport(options: Partial<TransportOptions> = {}): Transport {
  const made = createTransport({verify: true, env: {}, userAgent: 'osc-test', ...options})
  open.push(made)
  return made
}

export const send = (request: HttpRequest, options?: Partial<TransportOptions>): Promise<HttpAnswer> =>
  transport(options).send(request)

export const get = (url: string, options?: Partial<TransportOptions>): Promise<HttpAnswer> =>
  send({method: 'GET', url}, options)

/** What `work` rejects with. */
export async function failureFrom(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('It did not fail.')
}

export async function stopAll(): Promise<void> {
  for (const transport of open.splice(0)) transport.close()
  await Promise.all(running.splice(0).map((fixture) => fixture.stop()))
}
