import {randomUUID} from 'node:crypto'
import {asObject} from '@osc-cli/core'
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
import {callOf} from '#server/call'
import type {OpenCloud} from '#server/cloud'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
/** Bytes of a body: before a log-in a little more than Keystone takes, then what an image for tests may have. */
const LIMITS = {public: 1024 ** 2, authenticated: 64 * 1024 ** 2}
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
  app.onError((error, context) => failureAnswer(open, pathOf(context), error))
  app.get('/', () =>
    respond({body: {services: open.cloud.services.map(({type, prefix}) => ({type, path: `/${prefix}`}))}}),
  )
  const {url} = open.cloud
  for (const [service, instance] of open.instances) {
    mount(app, service, instance.publicRoutes ?? {}, async (context, handler) =>
      run(open, await callOf(context, NOBODY, url, LIMITS.public), handler),
    )
    mount(app, service, instance.routes, async (context, handler) => {
      // Before the body is read: nobody without a token makes the sandbox keep a large one.
      const caller = authenticate(open, service, context)
      if (!caller) throw new SandboxFailure(401, 'The request you have made requires authentication.')
      return run(open, await callOf(context, caller, url, LIMITS.authenticated), handler)
    })
  }
  app.notFound((context) => {
    const path = pathOf(context)
    const allowed = methodsOf(app, path)
    if (allowed.length === 0) return failureAnswer(open, path, new SandboxFailure(404, `${path} could not be found.`))
    const refusal = new SandboxFailure(405, `${path} allows ${allowed.join(', ')}.`)
    const answer = failureAnswer(open, path, refusal)
    answer.headers.set('allow', allowed.join(', '))
    return answer
  })
  return app
}

/** Methods that a route of this path takes; what runs before every request matches all of them. */
const methodsOf = ({router}: Hono, path: string): string[] =>
  METHODS.filter((method) => router.match(method, path)[0].length > 1)

const pathOf = (context: Context): string => new URL(context.req.url).pathname

function mount(
  app: Hono,
  service: SandboxService,
  routes: Routes,
  answer: (context: Context, handler: Handler) => Promise<Answer>,
): void {
  for (const [route, handler] of Object.entries(routes)) {
    const [method = '', path = ''] = route.split(' ')
    // Hono answers HEAD by way of GET.
    app.on(method === 'HEAD' ? 'GET' : method, `/${service.prefix}${path}`.replace(/\/$/, ''), async (context) =>
      respond(await answer(context, handler)),
    )
  }
}

/** A handler that does not wait is all or nothing; one that does looks after its own writes. */
function run({cloud}: OpenCloud, call: Call, handler: Handler): Answer | Promise<Answer> {
  return cloud.store.transaction(() => handler(call))
}

function authenticate({cloud}: OpenCloud, {type, prefix}: SandboxService, context: Context): Caller | undefined {
  const token = context.req.header('x-auth-token')
  if (token === undefined) return undefined
  const request = {service: type, method: context.req.method, path: pathOf(context).slice(prefix.length + 1)}
  return cloud.service('identity')?.authenticate?.(token, request)
}

function respond({status = 200, body, headers = {}}: Answer): Response {
  if (body === undefined) return new Response(null, {status, headers: {...headers}})
  if (body instanceof Uint8Array)
    return new Response(Buffer.from(body), {status, headers: {'content-type': 'application/octet-stream', ...headers}})
  const isText = typeof body === 'string' && headers['content-type'] !== undefined
  const text = isText ? body : JSON.stringify(body)
  return new Response(text, {status, headers: {'content-type': 'application/json', ...headers}})
}

/** A failure as the service at that path words it; unexpected errors go to the log only. */
export function failureAnswer({cloud}: OpenCloud, path: string, error: unknown): Response {
  if (!(error instanceof SandboxFailure))
    cloud.log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  const {status, title, message, details, headers} =
    error instanceof SandboxFailure ? error : asObject(error).errcode === SQLITE_FULL ? FULL : UNEXPECTED
  const service = cloud.services.find(({prefix}) => path.startsWith(`/${prefix}/`))
  const body = service?.failureBody({status, title, message, details}) ?? {error: {code: status, title, message}}
  const challenge = status === 401 ? {'www-authenticate': 'Keystone'} : {}
  return respond({status, body: asObject(body), headers: {vary: 'X-Auth-Token', ...challenge, ...headers}})
}

const UNEXPECTED = new SandboxFailure(
  500,
  'An unexpected error prevented the server from fulfilling your request. Details: osc sandbox logs',
)

const SQLITE_FULL = 13
const FULL = new SandboxFailure(507, 'The disk that holds the state of the sandbox is full. Nothing was changed.')
