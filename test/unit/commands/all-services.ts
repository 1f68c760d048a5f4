import {type FixtureServer, type Route, startFixtureServer} from '../../support/fixture-server.ts'

export const PROJECT = '0123456789abcdef0123456789abcdef'
export const OTHER = 'fedcba9876543210fedcba9876543210'

/** Type to the path of its versioned endpoint. */
const SERVICES = {
  identity: '/v3',
  orchestration: `/heat/v1/${PROJECT}`,
  compute: '/nova/v2.1',
  'block-storage': `/cinder/v3/${PROJECT}`,
  network: '/neutron/v2.0',
  dns: '/designate/v2',
  'load-balancer': '/octavia/v2',
  image: '/glance/v2',
  'object-store': `/swift/v1/AUTH_${PROJECT}`,
  'shared-file-system': '/manila/v2',
}

/** A cloud with every service that the core speaks to and `more`, and who logs in there; routes as in FixtureServer. */
export async function startAllServices(
  routes: Record<string, Route> = {},
  more: Readonly<Record<string, string>> = {},
): Promise<{server: FixtureServer; env: Record<string, string>}> {
  const server = await startFixtureServer(routes)
  const domain = {id: 'default', name: 'Default'}
  const catalog = Object.entries({...SERVICES, ...more}).map(([type, path]) => ({
    type,
    name: type,
    endpoints: [{interface: 'public', region: 'RegionOne', region_id: 'RegionOne', id: type, url: server.url + path}],
  }))
  server.routes['POST /v3/auth/tokens'] = {
    status: 201,
    headers: {'x-subject-token': 'a-token'},
    body: {
      token: {
        methods: ['password'],
        user: {id: 'u1', name: 'ada', domain},
        project: {id: PROJECT, name: 'demo', domain},
        roles: [{id: 'r1', name: 'member'}],
        issued_at: new Date().toISOString(),
        expires_at: new Date(Date.now() + 3_600_000).toISOString(),
        catalog,
      },
    },
  }
  server.routes['GET /v3/projects'] = {body: {projects: [{id: PROJECT, name: 'demo'}], links: {next: null}}}
  const env = {
    OS_AUTH_URL: `${server.url}/v3`,
    OS_USERNAME: 'ada',
    OS_PASSWORD: 'lovelace',
    OS_PROJECT_NAME: 'demo',
    OS_USER_DOMAIN_ID: 'default',
    OS_PROJECT_DOMAIN_ID: 'default',
    OS_REGION_NAME: 'RegionOne',
  }
  return {server, env}
}

/** What changed something: `DELETE /nova/v2.1/servers/s1`, with the body behind it. */
export const changes = ({requests}: FixtureServer): string[] =>
  requests
    .filter(({method, path}) => method !== 'GET' && !path.endsWith('/auth/tokens'))
    .map(({method, path, body}) => [method, path, ...(body.length > 0 ? [body.toString()] : [])].join(' '))
