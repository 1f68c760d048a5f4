import {makeAgents} from '#cloud/http/agents'
import {makeAttempts} from '#cloud/http/attempt'
import {discard} from '#cloud/http/discard'
import {type Aborts, NoAnswer} from '#cloud/http/exchange'
import {codeOf, placeOf} from '#cloud/http/explain'
import {type Headers, header} from '#cloud/http/headers'
import {MOST_REDIRECTS, redirected} from '#cloud/http/redirect'
import {pauseAfterLoss, pauseAfterStatus} from '#cloud/http/retry'
import type {HttpAnswer, HttpRequest, Transport, TransportOptions} from '#cloud/transport-types'
import {ConnectionError} from '#errors'

/** HTTP as OpenStack's services need it: kept connections, proxies, TLS, retries, redirects. Nothing is opened yet. */
export function createTransport(options: TransportOptions): Transport {
  const {trace, signal} = options
  const agents = makeAgents(options)
  const aborts: Aborts = new Set()
  const attempts = makeAttempts(options, agents, aborts)
  const onAbort = () => {
    for (const abort of [...aborts]) abort(signal?.reason)
  }
  signal?.addEventListener('abort', onAbort, {once: true})

  /** One answer: a retry whenever there is none, or the service is busy, and repeating is safe. */
  async function answered(request: HttpRequest): Promise<HttpAnswer> {
    for (let tries = 1; ; tries += 1) {
      signal?.throwIfAborted()
      const outcome = await attempts.send(request).catch(noAnswer)
      const lost = outcome instanceof NoAnswer
      const pause = lost ? pauseAfterLoss(request, outcome, tries) : pauseAfterStatus(request, outcome, tries)
      if (pause === undefined && lost) throw attempts.explain(outcome, request)
      if (pause === undefined && !lost) return outcome
      if (!lost) discard(outcome)
      const reason = lost ? codeOf(outcome.cause) : `HTTP ${outcome.status}`
      trace?.note(`${request.method} ${placeOf(request.url)}: ${reason}, retrying in ${pause?.toFixed(1)} s`)
      await sleep(pause ?? 0, aborts)
    }
  }

  return {
    async send(request) {
      let current = withDefaults(request, options.userAgent)
      for (let redirects = 0; ; redirects += 1) {
        const answer = await answered(current)
        const next = redirected(current, answer, options.verify)
        if (!next) return answer
        if (redirects === MOST_REDIRECTS) throw endless(request, next)
        discard(answer)
        trace?.note(
          `${current.method} ${placeOf(current.url)}: HTTP ${answer.status}, redirected to ${placeOf(next.url)}`,
        )
        current = next
      }
    },
    close() {
      signal?.removeEventListener('abort', onAbort)
      agents.close()
    },
  }
}

function noAnswer(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error
  throw error
}

function withDefaults(request: HttpRequest, userAgent: string): HttpRequest {
  const {url, body} = request
  if (!URL.canParse(url) || !/^https?:/i.test(url)) {
    throw new ConnectionError(`'${placeOf(url)}' is not an http or https URL.`, {
      hint: 'Check auth_url and the endpoints: osc configuration show',
    })
  }
  const headers: Record<string, string> = {...request.headers}
  const add = (name: string, value: string) => {
    if (header(headers as Headers, name) === undefined) headers[name] = value
  }
  add('user-agent', userAgent)
  add('accept', 'application/json')
  add('accept-encoding', 'gzip, deflate, br')
  if (typeof body === 'string' || body instanceof Uint8Array) add('content-length', String(Buffer.byteLength(body)))
  return {...request, headers}
}

function endless({method, url}: HttpRequest, next: HttpRequest): ConnectionError {
  const message = `${method} ${placeOf(url)} was redirected ${MOST_REDIRECTS} times, and now to ${placeOf(next.url)}.`
  return new ConnectionError(message, {
    code: 'Redirect',
    hint: 'Check the endpoint: the redirects form a loop.',
  })
}

/** Waits, or rejects with the reason of an abort. */
function sleep(seconds: number, aborts: Aborts): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (reason: unknown) => {
      clearTimeout(timer)
      aborts.delete(abort)
      reject(reason)
    }
    const timer = setTimeout(() => {
      aborts.delete(abort)
      resolve()
    }, seconds * 1000)
    aborts.add(abort)
  })
}
