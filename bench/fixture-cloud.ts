import {createServer, type IncomingMessage, type RequestListener, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {novaAnswers} from './fixture-nova.ts'

const PROJECT = '0123456789abcdef0123456789abcdef'

/** Path of the account of the object store. */
export const ACCOUNT = `/v1/AUTH_${PROJECT}`
/** Path of the images of the image service. */
export const IMAGES = '/image/v2/images'
/** Path of the network service. */
export const NEUTRON = '/network'
/** The token that everybody gets. */
export const TOKEN = 'bench-token'

/** A cloud with one region that answers at once. */
export interface FixtureCloud {
  /** `http://127.0.0.1:PORT`. */
  url: string
  /** For osc and openstack: who logs in where. */
  env: Record<string, string>
  stop: () => void
}

export interface FixtureContent {
  servers?: number
  /** Answers what is asked of the object store. */
  swift?: RequestListener
  /** Answers what is asked of images, instead of the images of the servers. */
  glance?: RequestListener
  /** Answers what is asked of the network service. */
  neutron?: RequestListener
}

/** A cloud with as many stacks as asked for, and what else there is in it. */
export async function startFixtureCloud(
  stacks: number,
  {servers = 0, swift, glance, neutron}: FixtureContent = {},
): Promise<FixtureCloud> {
  const nova = novaAnswers(servers, PROJECT)
  const bodies = {all: '', stacks: Array.from({length: stacks}, (_, at) => JSON.stringify(stack(at)))}
  bodies.all = `{"stacks": [${bodies.stacks.join(', ')}]}`
  const server = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const found = nova(url)
    if (url.pathname.startsWith(ACCOUNT)) swift?.(request, answer)
    else if (glance && url.pathname.startsWith(IMAGES)) glance(request, answer)
    else if (url.pathname.startsWith(NEUTRON)) neutron?.(request, answer)
    else if (found !== undefined) send(answer, found)
    else if (url.pathname.startsWith(`/v1/${PROJECT}/stacks`)) send(answer, page(url, bodies))
    else if (url.pathname.startsWith('/v3/auth/tokens')) sendToken(request, answer, url.origin)
    else if (url.pathname.startsWith('/v3/regions'))
      send(answer, JSON.stringify({regions: [region], links: {next: null}}))
    else if (url.pathname.startsWith('/v3')) send(answer, JSON.stringify({version: version(url.origin)}))
    else if (url.pathname === '/') send(answer, JSON.stringify({versions: {values: [version(url.origin)]}}))
    else answer.writeHead(404).end()
  })
  // A large image takes longer than the five minutes that Node allows a request.
  server.requestTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const env = {
    OS_AUTH_URL: `${url}/v3`,
    OS_IDENTITY_API_VERSION: '3',
    OS_USERNAME: 'bench',
    OS_PASSWORD: 'bench',
    OS_PROJECT_NAME: 'bench',
    OS_USER_DOMAIN_NAME: 'Default',
    OS_PROJECT_DOMAIN_NAME: 'Default',
    OS_REGION_NAME: 'RegionOne',
  }
  return {url, env, stop: () => server.close(() => {}).closeAllConnections()}
}

const region = {id: 'RegionOne', description: '', parent_region_id: null, links: {}}

function stack(at: number): object {
  const id = `${at.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`
  return {
    id,
    stack_name: `stack-${at}`,
    description: 'A stack of the benchmark, with a description of the usual length.',
    project: PROJECT,
    stack_status: 'CREATE_COMPLETE',
    stack_status_reason: 'Stack CREATE completed successfully',
    creation_time: '2026-01-01T00:00:00Z',
    updated_time: null,
    deletion_time: null,
    stack_owner: 'bench',
    stack_user_project_id: PROJECT,
    parent: null,
    tags: null,
    links: [{href: `http://127.0.0.1/v1/${PROJECT}/stacks/stack-${at}/${id}`, rel: 'self'}],
  }
}

/** As Heat pages: `limit` of them behind `marker`. */
function page(url: URL, {all, stacks}: {all: string; stacks: readonly string[]}): string {
  const [limit, marker] = [url.searchParams.get('limit'), url.searchParams.get('marker')]
  if (limit === null && marker === null) return all
  const from = marker === null ? 0 : Number.parseInt(marker.slice(0, 8), 16) + 1
  return `{"stacks": [${stacks.slice(from, limit === null ? undefined : from + Number(limit)).join(', ')}]}`
}

const version = (origin: string) => ({
  id: 'v3.14',
  status: 'stable',
  updated: '2020-04-07T00:00:00Z',
  links: [{rel: 'self', href: `${origin}/v3/`}],
  'media-types': [{base: 'application/json', type: 'application/vnd.openstack.identity-v3+json'}],
})

function sendToken(request: IncomingMessage, answer: ServerResponse, origin: string): void {
  request.resume()
  const domain = {id: 'default', name: 'Default'}
  const endpoints = (url: string) =>
    ['public', 'internal', 'admin'].map((face) => ({
      id: face,
      interface: face,
      region: region.id,
      region_id: region.id,
      url,
    }))
  const token = {
    methods: ['password'],
    user: {id: PROJECT, name: 'bench', domain, password_expires_at: null},
    project: {id: PROJECT, name: 'bench', domain},
    roles: [{id: PROJECT, name: 'member'}],
    issued_at: new Date().toISOString(),
    expires_at: new Date(Date.now() + 12 * 3_600_000).toISOString(),
    audit_ids: ['bench'],
    is_domain: false,
    catalog: [
      {id: '1', type: 'identity', name: 'keystone', endpoints: endpoints(`${origin}/v3`)},
      {id: '2', type: 'orchestration', name: 'heat', endpoints: endpoints(`${origin}/v1/${PROJECT}`)},
      {id: '3', type: 'compute', name: 'nova', endpoints: endpoints(`${origin}/compute/v2.1`)},
      {id: '4', type: 'image', name: 'glance', endpoints: endpoints(`${origin}/image`)},
      {id: '5', type: 'object-store', name: 'swift', endpoints: endpoints(`${origin}${ACCOUNT}`)},
      {id: '6', type: 'network', name: 'neutron', endpoints: endpoints(`${origin}${NEUTRON}`)},
    ],
  }
  const headers = {'content-type': 'application/json', 'x-subject-token': TOKEN}
  answer.writeHead(201, headers).end(JSON.stringify({token}))
}

function send(answer: ServerResponse, body: string): void {
  answer.writeHead(200, {'content-type': 'application/json', 'content-length': Buffer.byteLength(body)}).end(body)
}
