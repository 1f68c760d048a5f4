import {createServer, type IncomingMessage, request, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

export interface RecordedRequest {
  method: string
  url: string
  /** 0 when there was no answer. */
  status: number
}

/** A proxy for plain http that writes down what passes, so that a test can count requests on any cloud. */
export async function startRecorder(): Promise<{
  url: string
  requests: readonly RecordedRequest[]
  stop: () => Promise<void>
}> {
  const requests: RecordedRequest[] = []
  const server = createServer((incoming, outgoing) => {
    const recorded = {method: incoming.method ?? '', url: incoming.url ?? '', status: 0}
    requests.push(recorded)
    forward(incoming, outgoing, (status) => {
      recorded.status = status
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

function forward(incoming: IncomingMessage, outgoing: ServerResponse, tell: (status: number) => void): void {
  const {method, url = '', rawHeaders} = incoming
  const onward = request(url, {method: method ?? 'GET', headers: rawHeaders, agent: false}, (answer) => {
    const status = answer.statusCode ?? 0
    tell(status)
    outgoing.writeHead(status, answer.rawHeaders)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}
