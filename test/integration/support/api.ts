import {asArray, asObject, asText, decodeJson, type Json} from '#json'
import {cloudEntry, cloudName} from './cloud.ts'

export interface ApiAnswer {
  status: number
  body: Json
}

/** The cloud's own word on what a command did: `await api('identity', 'GET', '/projects/ID')`, with nothing of osc between. */
export async function api(
  service: string,
  method: string,
  path: string,
  body?: unknown,
  cloud = cloudName(),
): Promise<ApiAnswer> {
  const {token, endpoints} = await login(cloud)
  const endpoint = endpoints.get(service)
  if (!endpoint) throw new Error(`Cloud '${cloud}' has no endpoint for '${service}'.`)
  const headers = {
    'x-auth-token': token,
    accept: 'application/json',
    ...(body !== undefined && {'content-type': 'application/json'}),
  }
  const answer = await fetch(endpoint + path, {
    method,
    headers,
    ...(body !== undefined && {body: JSON.stringify(body)}),
  })
  return {status: answer.status, body: decodeBody(await answer.text())}
}

interface Login {
  token: string
  /** Public endpoints of the region by service type, without a slash at the end. */
  endpoints: Map<string, string>
  projectId: string
  userId: string
}

const logins = new Map<string, Promise<Login>>()

/** Who we are in that cloud; one token for the whole test run. */
export function login(cloud: string = cloudName()): Promise<Login> {
  const known = logins.get(cloud) ?? authenticate(cloud)
  logins.set(cloud, known)
  return known
}

async function authenticate(cloud: string): Promise<Login> {
  const {auth, region_name: region} = await cloudEntry(cloud)
  const {auth_url, username, password, project_name, user_domain_name, project_domain_name} = asObject(auth)
  const url = `${String(auth_url).replace(/(\/v3)?\/?$/, '')}/v3`
  const user = {name: username, password, domain: {name: user_domain_name}}
  const scope = {project: {name: project_name, domain: {name: project_domain_name}}}
  const identity = {methods: ['password'], password: {user}}
  const answer = await fetch(`${url}/auth/tokens`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({auth: {identity, scope}}),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`Cloud '${cloud}' refuses the login: ${answer.status} ${text}`)
  const token = asObject(asObject(decodeJson(text)).token)
  return {
    token: answer.headers.get('x-subject-token') ?? '',
    endpoints: new Map([...publicEndpoints(asArray(token.catalog), region), ['identity', url]]),
    projectId: asText(asObject(token.project).id) ?? '',
    userId: asText(asObject(token.user).id) ?? '',
  }
}

function publicEndpoints(catalog: readonly Json[], region: unknown): [string, string][] {
  return catalog.map(asObject).flatMap(({type, endpoints}) =>
    asArray(endpoints)
      .map(asObject)
      .filter((endpoint) => endpoint.interface === 'public' && (region === undefined || endpoint.region === region))
      .map(({url}): [string, string] => [String(type), String(url).replace(/\/$/, '')]),
  )
}

function decodeBody(text: string): Json {
  try {
    return text === '' ? null : decodeJson(text)
  } catch {
    return text
  }
}
