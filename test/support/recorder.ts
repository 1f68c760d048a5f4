import {createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

export interface RecordedRequest {
  method: string
  url: string
  /** 0 when there was no answer. */
  status: number
  /** Only when bodies are recorded. */
  body?: string
  /** Only when answers are recorded. */
  answer?: {headers: IncomingHttpHeaders; body: Buffer}
}

interface Options {
  answers?: boolean
  bodies?: boolean
  /** Recorded requests, which are answered as before instead of being forwarded. No other change is forwarded then. */
  recorded?: readonly RecordedRequest[] | undefined
}

/**
 * A proxy for plain http that records requests, with `bodies` what they send and with `answers` what is answered, so that a test
 * can count, check or replay them.
 */
export async function startRecorder({answers = false, bodies = false, recorded: earlier}: Options = {}): Promise<{
  url: string
  requests: readonly RecordedRequest[]
  stop: () => Promise<void>
}> {
  const requests: RecordedRequest[] = []
  const known = Map.groupBy(earlier ?? [], requestOf)
  const server = createServer((incoming, outgoing) => {
    const recorded: RecordedRequest = {method: incoming.method ?? '', url: incoming.url ?? '', status: 0}
    requests.push(recorded)
    if (bodies) keepBody(recorded, incoming)
    const left = known.get(requestOf(recorded)) ?? []
    const repeated = left.length > 1 ? left.shift() : left[0]
    if (repeated) return answerAgain(incoming, outgoing, Object.assign(recorded, {...repeated, body: recorded.body}))
    if (earlier && isChange(recorded)) {
      incoming.resume()
      outgoing.writeHead(501).end()
      return
    }
    forward(incoming, outgoing, (answer) => {
      recorded.status = answer.statusCode ?? 0
      if (answers) keepAnswer(recorded, answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return {url: `http://127.0.0.1:${port}`, requests, stop}
}

/** `GET http://127.0.0.1:5000/v3/regions`. */
export const requestOf = ({method, url}: Pick<RecordedRequest, 'method' | 'url'>): string => `${method} ${url}`

export const isLogin = ({method, url}: Pick<RecordedRequest, 'method' | 'url'>): boolean =>
  method === 'POST' && url.endsWith('/auth/tokens')

/** Whether a request may change something: a log-in does not. */
export const isChange = (request: Pick<RecordedRequest, 'method' | 'url'>): boolean =>
  !['GET', 'HEAD'].includes(request.method) && !isLogin(request)

function answerAgain(incoming: IncomingMessage, outgoing: ServerResponse, {status, answer}: RecordedRequest): void {
  incoming.resume()
  const {'transfer-encoding': _, ...headers} = answer?.headers ?? {}
  outgoing.writeHead(status, headers)
  outgoing.end(answer?.body)
}

function keepBody(recorded: RecordedRequest, incoming: IncomingMessage): void {
  recorded.body = ''
  incoming.on('data', (chunk: Buffer) => {
    recorded.body += chunk.toString()
  })
}

function keepAnswer(recorded: RecordedRequest, answer: IncomingMessage): void {
  const chunks: Buffer[] = []
  answer.on('data', (chunk: Buffer) => chunks.push(chunk))
  answer.on('end', () => {
    recorded.answer = {headers: answer.headers, body: Buffer.concat(chunks)}
  })
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answered: (answer: IncomingMessage) => void,
): void {
  const {method, url = '', rawHeaders} = incoming
  const onward = request(url, {method: method ?? 'GET', headers: rawHeaders, agent: false}, (answer) => {
    answered(answer)
    outgoing.writeHead(answer.statusCode ?? 0, answer.rawHeaders)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}
