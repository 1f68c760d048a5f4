import {createHash} from 'node:crypto'
import {createServer, type IncomingMessage} from 'node:http'
import type {AddressInfo} from 'node:net'

const ACCOUNT = '/v1/AUTH_test'

interface Held {
  headers: Record<string, string>
  objects: Map<string, Buffer>
}

/** Swift as far as plans need it: containers with headers, objects, listings. */
export async function startSwift() {
  const containers = new Map<string, Held>()
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const path = decodeURIComponent(url.pathname.slice(ACCOUNT.length + 1))
    const [name = '', ...rest] = path.split('/')
    requests.push(`${request.method} ${path}`)
    const answer = answerTo(
      containers,
      request,
      {name, object: rest.join('/'), query: url.searchParams},
      await bytesOf(request),
    )
    response.writeHead(answer.status, answer.headers).end(request.method === 'HEAD' ? undefined : answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    containers,
    /** Requests in their order: `PUT first/overcloud.yaml`. */
    requests,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${ACCOUNT}`,
    /** The text of an object. */
    text: (container: string, object: string) => containers.get(container)?.objects.get(object)?.toString(),
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}

interface Place {
  name: string
  object: string
  query: URLSearchParams
}

interface Answer {
  status: number
  headers?: Record<string, string>
  body?: Buffer | string
}

function answerTo(containers: Map<string, Held>, request: IncomingMessage, place: Place, body: Buffer): Answer {
  const {method} = request
  const {name, object} = place
  if (name === '') return accountListing(containers, place.query)
  const held = containers.get(name)
  if (method === 'PUT' && object === '') {
    const headers = Object.entries(request.headers).filter(([key]) => key.startsWith('x-container-meta-'))
    containers.set(name, {
      headers: {...held?.headers, ...Object.fromEntries(headers)} as Record<string, string>,
      objects: held?.objects ?? new Map(),
    })
    return {status: held ? 202 : 201}
  }
  if (!held) return {status: 404}
  if (object === '') return containerAnswer(containers, held, place, String(method))
  if (method === 'PUT') {
    held.objects.set(object, body)
    return {status: 201}
  }
  const content = held.objects.get(object)
  if (!content) return {status: 404}
  if (method === 'DELETE') held.objects.delete(object)
  return method === 'DELETE' ? {status: 204} : {status: 200, body: content}
}

function containerAnswer(containers: Map<string, Held>, held: Held, {name, query}: Place, method: string): Answer {
  if (method === 'HEAD') return {status: 204, headers: held.headers}
  if (method === 'DELETE') {
    if (held.objects.size > 0) return {status: 409}
    containers.delete(name)
    return {status: 204}
  }
  const rows = [...held.objects].map(([object, content]) => ({
    name: object,
    bytes: content.length,
    hash: createHash('md5').update(content).digest('hex'),
  }))
  return page(rows, query)
}

function accountListing(containers: Map<string, Held>, query: URLSearchParams): Answer {
  return page(
    [...containers.keys()].map((name) => ({name})),
    query,
  )
}

function page(rows: {name: string}[], query: URLSearchParams): Answer {
  const marker = query.get('marker') ?? ''
  const found = rows.filter(({name}) => name > marker).sort((a, b) => (a.name < b.name ? -1 : 1))
  return {status: 200, headers: {'content-type': 'application/json'}, body: JSON.stringify(found)}
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}
