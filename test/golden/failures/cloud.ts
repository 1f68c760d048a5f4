import type {Received, Reply, Route} from '../../support/fixture-server.ts'

/** The user of every case, and what Keystone says of them. */
export const USER = {username: 'alice', password: 'wonderland-7', project_name: 'work', user_domain_id: 'default'}

const endpoint = (url: string, region: string) => ({interface: 'public', region, region_id: region, url, id: region})

/** A cloud on a fixture server: a Keystone that takes the password (bob is an administrator), Heat in region Two, no Nova. */
export function cloudRoutes(own: Record<string, Route> = {}): Record<string, Route> {
  return {'POST /v3/auth/tokens': logIn, ...own}
}

/** The same with Heat in region One, answering below /heat/v1/p1. */
export function heatRoutes(own: Record<string, Route>): Record<string, Route> {
  const below = Object.entries(own).map(([route, answer]) => [route.replace(/(?=\/)/, '/heat/v1/p1'), answer] as const)
  return cloudRoutes({'POST /v3/auth/tokens': (request) => logIn(request, 'One'), ...Object.fromEntries(below)})
}

function logIn({headers, body}: Received, heatRegion = 'Two'): Reply {
  if (!body.toString().includes(USER.password)) {
    return failed(401, {error: {code: 401, message: 'The request you have made requires authentication.'}})
  }
  const base = `http://${headers.host}`
  const token = {
    expires_at: '2099-01-01T00:00:00Z',
    issued_at: '2026-01-01T00:00:00Z',
    user: {id: 'u1', name: USER.username, domain: {id: 'default', name: 'Default'}},
    project: {id: 'p1', name: USER.project_name, domain: {id: 'default', name: 'Default'}},
    roles: [{id: 'r1', name: body.toString().includes('"bob"') ? 'admin' : 'reader'}],
    catalog: [
      {type: 'identity', name: 'keystone', endpoints: [endpoint(`${base}/v3`, 'One')]},
      {type: 'orchestration', name: 'heat', endpoints: [endpoint(`${base}/heat/v1/p1`, heatRegion)]},
      {type: 'compute', name: 'nova', endpoints: [endpoint(`${base}/nova/v2.1`, 'One')]},
    ],
  }
  return {status: 201, headers: {'x-subject-token': 'a-token-of-alice'}, body: {token}}
}

/** A refusal as the services send it. */
export const failed = (status: number, body: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  body,
  headers: {'x-openstack-request-id': 'req-1', ...headers},
})
