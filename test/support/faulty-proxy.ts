import {createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse} from 'node:http'
import {buffer} from 'node:stream/consumers'
import {listen, stop} from './fixture-server.ts'

export type Moment = 'start' | 'middle' | 'end'

/**
 * `truncate` closes the connection, `chunks` as well but without having announced a length; `silence` keeps it open. A number
 * is the status of an answer.
 */
export type Fault = 'reset' | 'truncate' | 'chunks' | 'silence' | '401' | '429' | '500' | '502' | '503'

interface Plan {
  fault: Fault
  moment: Moment
  request: RegExp
  /** How many more times it happens. */
  left: number
}

/** A proxy on loopback that breaks transfers at a given moment of their body. */
export interface FaultyProxy {
  url: string
  /** `PUT /v1/...`, in order. */
  requested: string[]
  plans: Plan[]
  stop(): Promise<void>
}

export async function startFaultyProxy(): Promise<FaultyProxy> {
  const [plans, requested]: [Plan[], string[]] = [[], []]
  const server = createServer(async (incoming, outgoing) => {
    const line = `${incoming.method} ${new URL(incoming.url ?? '').pathname}`
    requested.push(line)
    const plan = plans.find(({request, left}) => left > 0 && request.test(line))
    if (!plan) return await answer(outgoing, await forward(incoming, await buffer(incoming)))
    plan.left -= 1
    if (incoming.method === 'PUT') await breakUpload(plan, incoming, outgoing)
    else await breakDownload(plan, incoming, outgoing)
  })
  const port = await listen(server)
  return {url: `http://127.0.0.1:${port}`, requested, plans, stop: () => stop(server)}
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

const forward = ({method, url = '', headers}: IncomingMessage, body: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const onward = request(url, {method, headers, agent: false}, async (incoming) => {
      resolve({status: incoming.statusCode ?? 502, headers: incoming.headers, body: await buffer(incoming)})
    })
    onward.once('error', reject)
    onward.end(body)
  })

const answer = (outgoing: ServerResponse, {status, headers, body}: Answer) =>
  outgoing.writeHead(status, headers).end(body)

/** The end: the server has stored everything, and its answer is lost. */
async function breakUpload({fault, moment}: Plan, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (moment === 'middle') await half(incoming)
  if (moment === 'end') await forward(incoming, await buffer(incoming))
  fail(fault, outgoing)
}

async function half(incoming: IncomingMessage): Promise<void> {
  const size = Number(incoming.headers['content-length'] ?? incoming.headers['x-openstack-image-size'])
  let read = 0
  await new Promise<void>((resolve) => {
    incoming.on('data', (chunk: Buffer) => {
      read += chunk.length
      if (read < size / 2) return
      incoming.pause()
      resolve()
    })
  })
}

async function breakDownload(
  {fault, moment}: Plan,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (fault === 'reset' && moment === 'start') return fail(fault, outgoing)
  if (/^\d/.test(fault)) return fail(fault, outgoing)
  const {status, headers, body} = await forward(incoming, await buffer(incoming))
  const {'content-length': _, ...others} = headers
  outgoing.writeHead(status, fault === 'chunks' ? others : {...others, 'content-length': body.length})
  outgoing.flushHeaders()
  const end = fault === 'chunks' ? body.length : body.length - 1
  const sent = body.subarray(0, {start: 0, middle: body.length / 2, end}[moment])
  if (sent.length > 0) await new Promise((resolve) => outgoing.write(sent, resolve))
  fail(fault, outgoing)
}

function fail(fault: Fault, outgoing: ServerResponse): void {
  if (fault === 'silence') return
  if (fault === 'reset') outgoing.socket?.resetAndDestroy()
  else if (fault === 'truncate' || fault === 'chunks') outgoing.socket?.destroy()
  else {
    // What is left of the request is read, and the connection stays open: the system resets one that is closed with unread bytes,
    // and the answer is lost. Retry-After spares the tests a pause.
    outgoing.req.resume()
    outgoing.writeHead(Number(fault), {'retry-after': '0'}).end()
  }
}
