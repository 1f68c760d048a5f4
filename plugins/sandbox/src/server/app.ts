import {randomUUID} from 'node:crypto'
import {asObject, decodeJson, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {
  type Answer,
  type Call,
  type Caller,
  type Handler,
  type Routes,
  SandboxFailure,
  type SandboxService,
} from '@osc-cli/core/sandbox'
import {type Context, Hono} from 'hono'
import type {OpenCloud} from '#server/cloud'

const NOBODY: Caller = {token: '', userId: '', userName: '', userDomainId: '', roles: []}

/** The HTTP face of the services: each below its prefix, with its own form of failures. */
export function createApp(open: OpenCloud): Hono {
  const app = new Hono({strict: false})
  app.use(async (context, next) => {
    const requestId = `req-${randomUUID()}`
    await next()
    context.res.headers.set('x-openstack-request-id', requestId)
    open.cloud.log(`${context.req.method} ${pathOf(context)} ${context.res.status} ${requestId}`)
  })
  for (const [service, instance] of open.instances) {
    mount(app, service, instance.publicRoutes ?? {}, (call, handler) => run(open, call, handler))
    mount(app, service, instance.routes, (call, handler) => {
      const caller = authenticate(open, call.headers['x-auth-token'])
      if (!caller) throw new SandboxFailure(401, 'The request you have made requires authentication.')
      return run(open, {...call, caller}, handler)
    })
    app.all(`/${service.prefix}/*`, (context) =>
      failure(service, new SandboxFailure(404, `${pathOf(context)} could not be found.`)),
    )
  }
  return app
}

const pathOf = (context: Context): string => new URL(context.req.url).pathname

function mount(
  app: Hono,
  service: SandboxService,
  routes: Routes,
  answer: (call: Call, handler: Handler) => Answer | Promise<Answer>,
): void {
  for (const [route, handler] of Object.entries(routes)) {
    const [method = '', path = ''] = route.split(' ')
    app.on(method === 'HEAD' ? 'GET' : method, `/${service.prefix}${path}`, async (context) => {
      try {
        return respond(await answer(await callOf(context), handler))
      } catch (error) {
        return failure(service, error)
      }
    })
  }
}

/** A handler that does not wait is all or nothing; one that does looks after its own writes. */
function run({cloud}: OpenCloud, call: Call, handler: Handler): Answer | Promise<Answer> {
  return cloud.store.transaction(() => handler(call))
}

function authenticate({cloud}: OpenCloud, token: string | undefined): Caller | undefined {
  return token === undefined ? undefined : cloud.service('identity')?.authenticate?.(token)
}

async function callOf(context: Context): Promise<Call> {
  const url = new URL(context.req.url)
  const text = await context.req.text()
  return {
    method: context.req.method,
    path: url.pathname,
    params: context.req.param(),
    query: url.searchParams,
    headers: context.req.header(),
    body: decodeBody(text),
    text,
    origin: url.origin,
    caller: NOBODY,
  }
}

function decodeBody(text: string): JsonObject {
  if (text.trim() === '') return {}
  let body: Json
  try {
    body = decodeJson(text)
  } catch {
    throw new SandboxFailure(400, 'Malformed json in request body')
  }
  if (!isObject(body)) throw new SandboxFailure(400, 'The request body must be a JSON object.')
  return body
}

function respond({status = 200, body, headers = {}}: Answer): Response {
  const isText = typeof body === 'string' && headers['content-type'] !== undefined
  if (body === undefined) return new Response(null, {status, headers: {...headers}})
  const text = isText ? body : JSON.stringify(body)
  return new Response(text, {status, headers: {'content-type': 'application/json', ...headers}})
}

function failure(service: SandboxService, error: unknown): Response {
  const known = error instanceof SandboxFailure ? error : unexpected(error)
  const {status, title, message, details} = known
  const body = service.failureBody({status, title, message, details})
  const headers = status === 401 ? {'www-authenticate': 'Keystone'} : {}
  return respond({status, body: asObject(body), headers: {vary: 'X-Auth-Token', ...headers}})
}

function unexpected(error: unknown): SandboxFailure {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${reason}\n`)
  return new SandboxFailure(500, 'An unexpected error prevented the server from fulfilling your request.')
}
