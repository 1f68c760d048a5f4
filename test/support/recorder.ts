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

/**
 * A proxy for plain http that records requests, with `bodies` what they send and with `answers` what is answered, so that a test
 * can count, check or replay them.
 */
export async function startRecorder({answers = false, bodies = false} = {}): Promise<{
  url: string
  requests: readonly RecordedRequest[]
  stop: () => Promise<void>
}> {
  const requests: RecordedRequest[] = []
  const server = createServer((incoming, outgoing) => {
    const recorded: RecordedRequest = {method: incoming.method ?? '', url: incoming.url ?? '', status: 0}
    requests.push(recorded)
    if (bodies) keepBody(recorded, incoming)
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
