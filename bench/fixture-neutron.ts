import {randomUUID} from 'node:crypto'
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http'
import {text} from 'node:stream/consumers'
import {setTimeout as pause} from 'node:timers/promises'
import {NEUTRON} from './fixture-cloud.ts'

/** A Neutron that keeps what is created, and answers each request after a pause. */
export interface FixtureNeutron {
  listener: RequestListener
  /** Empties it, and adds a network, a security group and this many ports. */
  reset: (ports: number) => void
  /** Requests since the last reset, the most of them at once, and what is there now. */
  state: () => {requests: number; atOnce: number; counts: Record<string, number>}
}

type Item = Record<string, unknown> & {id: string; name?: unknown}

/** Collections with the keys of one resource. */
const KINDS: Record<string, string> = {
  networks: 'network',
  subnets: 'subnet',
  'security-groups': 'security_group',
  'security-group-rules': 'security_group_rule',
  ports: 'port',
}

/** What openstack prints of a resource, and expects to be a list. */
const LISTS = {tags: [], allocation_pools: [], dns_nameservers: [], host_routes: [], service_types: [], fixed_ips: []}

/** `latency` is in milliseconds. */
export function createFixtureNeutron(latency: number): FixtureNeutron {
  const items = new Map<string, Item[]>()
  let [requests, running, atOnce] = [0, 0, 0]

  const add = (collection: string, attributes: object): Item => {
    const item = {id: randomUUID(), ...LISTS, ...attributes}
    items.set(collection, [...(items.get(collection) ?? []), item])
    return item
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const [collection = '', id] = url.pathname.slice(`${NEUTRON}/v2.0/`.length).split('/')
    const kind = KINDS[collection]
    const body = await text(request)
    await pause(latency)
    if (kind === undefined) return send(response, url.pathname.includes('/v2.0') ? 404 : 200, versions(url.origin))
    const all = items.get(collection) ?? []
    const found = all.find((item) => item.id === id)
    if (request.method === 'POST') return send(response, 201, {[kind]: add(collection, JSON.parse(body)[kind])})
    if (id === undefined) return send(response, 200, {[collection.replaceAll('-', '_')]: named(all, url)})
    if (!found) return send(response, 404, {NeutronError: {type: 'NotFound', message: `${id} not found`, detail: ''}})
    if (request.method !== 'DELETE') return send(response, 200, {[kind]: found})
    items.set(
      collection,
      all.filter((item) => item !== found),
    )
    response.writeHead(204).end()
  }

  return {
    listener(request, response) {
      requests += 1
      running += 1
      atOnce = Math.max(atOnce, running)
      response.on('close', () => {
        running -= 1
      })
      void answer(request, response)
    },
    reset(ports) {
      items.clear()
      requests = 0
      atOnce = 0
      add('networks', {name: 'net'})
      add('security-groups', {name: 'group'})
      for (let at = 0; at < ports; at += 1) add('ports', {name: `port-${at}`})
    },
    state: () => ({
      requests,
      atOnce,
      counts: Object.fromEntries([...items].map(([collection, all]) => [collection, all.length])),
    }),
  }
}

function named(items: readonly Item[], {searchParams}: URL): readonly Item[] {
  const names = searchParams.getAll('name')
  return names.length === 0 ? items : items.filter(({name}) => names.includes(String(name)))
}

const versions = (origin: string) => ({
  versions: [{id: 'v2.0', status: 'CURRENT', links: [{rel: 'self', href: `${origin}${NEUTRON}/v2.0/`}]}],
})

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body))
}
