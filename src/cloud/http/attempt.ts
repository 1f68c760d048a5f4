import type {Readable} from 'node:stream'
import type {Agents, Route} from '#cloud/http/agents'
import {answerOf, answerWith, decodeText} from '#cloud/http/answer'
import {type Aborts, exchange, NoAnswer} from '#cloud/http/exchange'
import {codeOf, explain} from '#cloud/http/explain'
import {isUntrusted} from '#cloud/http/explanations'
import {outgoingHeaders} from '#cloud/http/headers'
import {bundleOf} from '#cloud/http/tls-options'
import type {HttpAnswer, HttpRequest, Trace, TransportOptions} from '#cloud/transport-types'
import type {OscError} from '#errors'

/** Sends requests one at a time or many at once, each exactly once. */
export interface Attempts {
  /** Rejects with NoAnswer, or with the reason of an abort. */
  send(request: HttpRequest): Promise<HttpAnswer>
  explain(error: unknown, request: HttpRequest): OscError
}

export function makeAttempts(options: TransportOptions, agents: Agents, aborts: Aborts): Attempts {
  const {trace, timeout, signal} = options
  let exchanges = 0

  const explained = (error: unknown, request: HttpRequest, proxy: URL | undefined): OscError =>
    explain(error, {
      method: request.method,
      url: request.url,
      service: request.service,
      proxy,
      timeout: request.patience ?? timeout,
      bundle: bundleOf(options)?.file,
      addressHint: options.addressHint,
    })

  async function overRoute(request: HttpRequest, route: Route): Promise<HttpAnswer> {
    const headers = outgoingHeaders(request.headers ?? {})
    const incoming = await exchange(request, headers, route, {timeout: request.patience ?? timeout, aborts})
    return answerOf(incoming, request, (error) =>
      signal?.aborted ? signal.reason : explained(error, request, route.proxy),
    )
  }

  /** The system's authorities are slow to read, so only when the built-in ones do not know the issuer. */
  async function trusting(request: HttpRequest): Promise<HttpAnswer> {
    try {
      return await overRoute(request, agents.route(new URL(request.url)))
    } catch (error) {
      const unknownIssuer = error instanceof NoAnswer && isUntrusted(codeOf(error.cause))
      if (!unknownIssuer || !agents.trustSystem()) throw error
      return await overRoute(request, agents.route(new URL(request.url)))
    }
  }

  return {
    async send(request) {
      exchanges += 1
      return trace ? await traced(trace, exchanges, request, trusting) : await trusting(request)
    },
    explain: (error, request) => explained(error, request, agents.route(new URL(request.url)).proxy),
  }
}

async function traced(
  trace: Trace,
  id: number,
  request: HttpRequest,
  send: (request: HttpRequest) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const {method, url, headers = {}} = request
  // Not `performance`: naming it loads a module.
  const start = process.hrtime.bigint()
  trace.request({id, method, url, headers, body: trace.wantsBodies ? shown(request.body) : undefined})
  const answer = await send(request)
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  const response = {id, method, url, status: answer.status, headers: answer.headers, milliseconds}
  if (!trace.wantsBodies || !isText(answer.headers['content-type'])) {
    trace.response(response)
    return answer
  }
  const {body, replay} = await readAhead(answer)
  trace.response({...response, body})
  return answerWith(answer, replay)
}

function shown(body: HttpRequest['body']): string | undefined {
  if (body === undefined || typeof body === 'string') return body
  return body instanceof Uint8Array ? `<${body.byteLength} bytes>` : '<a stream>'
}

const isText = (type = ''): boolean => /^text\/|[/+](?:json|xml|yaml|x-yaml|x-www-form-urlencoded)\b/i.test(type)

/** More of a body than a trace shows. */
const MOST_AHEAD = 1024 * 1024

/** Reads a body, or the first MiB of a longer one, and gives it again as a whole, with the error that ended it, if any. */
async function readAhead(answer: HttpAnswer): Promise<{body: string; replay: Readable}> {
  const {Readable} = process.getBuiltinModule('node:stream')
  const rest = answer.stream()[Symbol.asyncIterator]()
  const chunks: Buffer[] = []
  let size = 0
  let failure: unknown
  let ended = false
  while (!ended && size <= MOST_AHEAD) {
    try {
      const {value, done} = await rest.next()
      ended = done === true
      if (!done) chunks.push(value)
      size += value?.length ?? 0
    } catch (error) {
      failure = error
      ended = true
    }
  }
  async function* replayed() {
    yield* chunks
    if (failure) throw failure
    if (!ended) yield* {[Symbol.asyncIterator]: () => rest}
  }
  const body = decodeText(Buffer.concat(chunks), answer.headers['content-type'])
  return {body, replay: Readable.from(replayed(), {objectMode: false})}
}
