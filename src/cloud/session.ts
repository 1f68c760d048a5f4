import {createLogins} from '#cloud/auth/logins'
import {processTerminal} from '#cloud/auth/terminal'
import type {Login, Terminal} from '#cloud/auth/types'
import type {Cache} from '#cloud/cache/cache'
import {isSecretKey} from '#cloud/config/secret-keys'
import type {CloudConfig} from '#cloud/config/types'
import {createDiscovery} from '#cloud/discovery'
import {findServiceEndpoint} from '#cloud/endpoint'
import {discard} from '#cloud/http/discard'
import {configuredMicroversion, lower, microversionHeaders, refusedMicroversion} from '#cloud/microversion'
import {encodeRequest, isRepeatable, toResponse} from '#cloud/request'
import {serviceType} from '#cloud/service-types'
import type {HttpAnswer, HttpRequest, Trace, Transport} from '#cloud/transport-types'
import type {Access, ApiRequest, ApiResponse, Session} from '#cloud/types'
import {asObject, asText} from '#json'

export interface SessionParts {
  config: CloudConfig
  transport: Transport
  cache: Cache
  trace: Trace
  /** Who is asked for a missing password; the terminal of the process when left out. */
  terminal?: Terminal
  signal?: AbortSignal
}

/** The authenticated client of one cloud. Nothing is sent before the first call. */
export function createSession(parts: SessionParts): Session {
  const {config, transport, cache, trace} = parts
  const {signal = new AbortController().signal, terminal = processTerminal(signal)} = parts
  registerSecrets(config, trace)
  const discovery = createDiscovery(transport, cache, config.name ?? '')
  const logins = createLogins({config, transport, trace, discovery, terminal, signal}, cache)
  const endpointFor = (service: string, login: Login) => findServiceEndpoint(service, {config, login, discovery})

  async function exchange(request: ApiRequest, login: Login): Promise<{sent: HttpRequest; answer: HttpAnswer}> {
    const {headers: microversion} = microversionOf(request, config)
    const sent = encodeRequest(request, await endpointFor(request.service, login), login.headers, microversion)
    return {sent, answer: await transport.send(sent)}
  }

  async function request(request: ApiRequest): Promise<ApiResponse> {
    let login = await logins.current()
    let {sent, answer} = await exchange(request, login)
    if (answer.status === 401 && login.renewal) {
      trace.note(`${request.service} refused the token; logging in again.`)
      login = await logins.renewed(login)
      // A stream cannot be sent again from here: `upload` opens its source again, and uses the new token.
      if (isRepeatable(request.body)) {
        discard(answer)
        ;({sent, answer} = await exchange(request, login))
      }
    }
    if (answer.status < 400) return toResponse(answer)
    throw await failure(request, sent, answer, login.access)
  }

  async function failure(request: ApiRequest, sent: HttpRequest, answer: HttpAnswer, access: Access): Promise<Error> {
    const [{failureOf}, {callerOf}, {rejectionHint}] = await Promise.all([
      import('#cloud/http/failure'),
      import('#cloud/auth/access'),
      import('#cloud/auth/rejection-hint'),
    ])
    const [caller, hint] = [callerOf(access, config.name), rejectionHint(config)]
    const requested = {method: sent.method, service: request.service, caller, rejectionHint: hint}
    const error = await failureOf(answer, requested)
    const {version} = microversionOf(request, config)
    if (answer.status !== 406 || version === undefined) return error
    return refusedMicroversion(error, serviceType(request.service), version, answer.headers)
  }

  return {
    request,
    async get(service, path, query, options) {
      return asObject(await (await request({service, path, query, ...options})).json())
    },
    async *list(service, path, key, options = {}) {
      const [{allPages}, {elements}] = await Promise.all([import('#cloud/pages'), import('#cloud/stream-list')])
      const {headers, microversion} = options
      const batches = allPages(key, options, async (query) => {
        const answer = await request({service, path, query, headers, microversion})
        return elements(answer.stream(), key, answer)
      })
      for await (const batch of batches) for (const record of batch) yield record
    },
    async access({fresh = false} = {}) {
      return (await (fresh ? logins.another() : logins.current())).access
    },
    async endpoint(service) {
      return await endpointFor(service, await logins.current())
    },
    async microversion(service, newest) {
      const chosen = configuredMicroversion(config, serviceType(service))
      if (chosen !== undefined) return chosen
      const login = await logins.current()
      const endpoint = await endpointFor(service, login)
      const url = /^.*?\/v\d+(?:\.\d+)?(?=\/|$)/i.exec(endpoint)?.[0] ?? endpoint
      const versions = await discovery.versions(url, login.headers)
      const highest = versions.findLast((version) => version.highest !== undefined)?.highest
      return highest === undefined ? undefined : lower(newest, highest)
    },
    async document(url) {
      const get = {method: 'GET', url, headers: {accept: 'application/json'}} as const
      let answer = await transport.send(get)
      if (answer.status === 401) {
        discard(answer)
        answer = await transport.send({...get, headers: {...get.headers, ...(await logins.current()).headers}})
      }
      if (answer.status < 400) return await answer.json()
      const {failureOf} = await import('#cloud/http/failure')
      throw await failureOf(answer, {method: 'GET', service: new URL(url).host})
    },
  }
}

function microversionOf(
  {service, microversion}: ApiRequest,
  config: CloudConfig,
): {version?: string; headers: Record<string, string>} {
  const type = serviceType(service)
  const version = microversion ?? configuredMicroversion(config, type)
  return version === undefined ? {headers: {}} : {version, headers: microversionHeaders(type, version)}
}

/** Gives the trace what must never be shown, before anything is sent. */
function registerSecrets({auth}: CloudConfig, trace: Trace): void {
  for (const [name, value] of Object.entries(auth)) {
    const text = isSecretKey(name) ? asText(value) : undefined
    if (text) trace.secret(text)
  }
}
