import assert from 'node:assert/strict'
import type {SandboxService} from '@osc-cli/core/sandbox'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'

/** A cloud with the images, networks, volumes that servers of these tests use, and osc on it. */
export interface ComputeCloud extends TestCloud {
  /** The output of a command that succeeds. */
  ok(...argv: string[]): Promise<string>
  /** The same of a command that prints JSON. */
  json(...argv: string[]): Promise<Record<string, unknown>>
  /** The same of a list. */
  rows(...argv: string[]): Promise<Record<string, unknown>[]>
  /** A server that is active. */
  server(name: string, ...options: string[]): Promise<string>
}

export async function startComputeCloud(): Promise<ComputeCloud> {
  const cloud = await startTestCloud({services: NEIGHBORS})
  // Waits end at once: what they wait for takes requests, not time.
  const clock = {now: Date.now, pause: async () => {}}
  const osc = (...argv: string[]) => cloud.run(argv, {clock})
  const ok = async (...argv: string[]): Promise<string> => {
    const {status, stdout, stderr} = await osc(...argv)
    assert.equal(status, 0, `${argv.join(' ')}: ${stderr}`)
    return stdout
  }
  const json = async (...argv: string[]) => JSON.parse(await ok(...argv, '-f', 'json'))
  return {
    ...cloud,
    osc,
    ok,
    json,
    rows: json,
    server: async (name, ...options) =>
      (await json('server', 'create', '--flavor', '1', '--image', 'cirros', '--wait', ...options, name)).id,
  }
}

/** A service with records of one kind, which are found by name and ID. */
const neighbor = (
  type: string,
  endpoint: `/${string}`,
  collection: string,
  member: string,
  wrapped: boolean,
): SandboxService => ({
  type,
  name: `${type}-of-tests`,
  prefix: `${type}-of-tests`,
  endpoint,
  failureBody: ({status, message}) => ({error: {code: status, message}}),
  open(cloud) {
    const records = cloud.store.collection(`${type}/${collection}`)
    const name = NAMES[collection] ?? collection
    records.put(`${name}-id`, {id: `${name}-id`, name, status: 'active'})
    const list = `GET ${endpoint}/${collection}` as const
    return {
      routes: {
        [list]: ({query}) => {
          const wanted = query.get('name')
          return {body: {[collection]: records.find().filter((one) => wanted === null || one.name === wanted)}}
        },
        [`${list}/:id` as const]: ({params: {id = ''}}) => {
          const found = records.get(id)
          if (!found) return {status: 404, body: {}}
          return {body: wrapped ? {[member]: found} : found}
        },
      },
    }
  },
})

const NAMES: Readonly<Record<string, string>> = {images: 'cirros', networks: 'private', volumes: 'data'}

const NEIGHBORS = [
  neighbor('image', '/v2', 'images', 'image', false),
  neighbor('network', '/v2.0', 'networks', 'network', true),
  neighbor('block-storage', '/v3', 'volumes', 'volume', true),
]
