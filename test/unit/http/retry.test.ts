import assert from 'node:assert/strict'
import {createServer} from 'node:net'
import {Readable} from 'node:stream'
import {NoAnswer} from '#cloud/http/exchange'
import {pauseAfterLoss, retryAfter} from '#cloud/http/retry'
import type {Method} from '#cloud/types'
import {ConnectionError} from '#errors'
import type {Reply} from '../../support/fixture-server.ts'
import {failureFrom, get, send, served, stopAll, transport} from './served.ts'

const busy = (status: number): Reply => ({status, headers: {'retry-after': '0'}, body: 'busy'})

describe('retries', () => {
  afterEach(stopAll)

  const afterStatus: [Method, number, number][] = [
    ['GET', 503, 3],
    ['GET', 502, 3],
    ['GET', 504, 3],
    ['GET', 429, 3],
    ['HEAD', 503, 3],
    ['GET', 500, 1],
    ['GET', 409, 1],
    ['POST', 503, 1],
    ['PATCH', 503, 1],
    ['PUT', 502, 1],
    ['DELETE', 504, 1],
  ]
  for (const [method, status, requests] of afterStatus) {
    it(`${method} after ${status}: ${requests} request(s)`, async () => {
      const server = await served({'/': [busy(status), busy(status), {}]})
      const answer = await send({method, url: server.url})
      assert.equal(server.requests.length, requests)
      assert.equal(answer.status, requests === 1 ? status : 200)
    })
  }

  it('sends once what the caller can do without', async () => {
    const server = await served({'/busy': [busy(503), {}], '/lost': [{drop: 'before-head'}, {}]})
    const once = (path: string) => send({method: 'GET', url: server.url + path, patience: 60})
    assert.equal((await once('/busy')).status, 503)
    assert.ok((await failureFrom(once('/lost'))) instanceof ConnectionError)
    assert.equal(server.requests.length, 2)
  })

  it('gives the busy answer in the end', async () => {
    const server = await served({'/': busy(503)})
    const answer = await get(server.url)
    assert.equal(answer.status, 503)
    assert.equal(await answer.text(), 'busy')
    assert.equal(server.requests.length, 4)
  })

  it('waits as long as Retry-After says, and a little on its own account without', async () => {
    const server = await served({
      '/asked': [{status: 503, headers: {'retry-after': '0.2'}}, {}],
      '/plain': [{status: 503}, {}],
    })
    const time = async (path: string) => {
      const start = performance.now()
      await get(server.url + path)
      return performance.now() - start
    }
    assert.ok((await time('/asked')) >= 195)
    const plain = await time('/plain')
    assert.ok(plain >= 245 && plain < 1000, `${plain}`)
  })

  const dropped: [Method, number][] = [
    ['GET', 2],
    ['HEAD', 2],
    ['PUT', 2],
    ['DELETE', 2],
    ['POST', 1],
    ['PATCH', 1],
  ]
  for (const [method, requests] of dropped) {
    it(`${method} on a connection that is dropped without an answer: ${requests} request(s)`, async () => {
      const server = await served({'/': [{drop: 'before-head'}, {}]})
      const work = send({method, url: server.url, body: method === 'PUT' ? '{}' : undefined})
      if (requests === 2) assert.equal((await work).status, 200)
      else {
        const error = await failureFrom(work)
        assert.ok(error instanceof ConnectionError)
        assert.equal(error.code, 'ECONNRESET')
        assert.match(error.hint ?? '', /may have succeeded/)
      }
      assert.equal(server.requests.length, requests)
    })
  }

  it('gives up a connection that is dropped each time', async () => {
    const server = await served({'/': {drop: 'before-head'}})
    const error = await failureFrom(get(server.url))
    assert.ok(error instanceof ConnectionError)
    assert.equal(server.requests.length, 3)
  })

  it('does not repeat where a part of the answer came', async () => {
    const server = await served({'/': {body: 'x'.repeat(10), drop: 'after-head'}})
    await failureFrom((await get(server.url)).text())
    assert.equal(server.requests.length, 1)
  })

  it('does not send a stream twice', async () => {
    const server = await served({'PUT /': [{drop: 'before-head'}, {}]})
    assert.ok(
      (await failureFrom(send({method: 'PUT', url: server.url, body: Readable.from(['x'])}))) instanceof
        ConnectionError,
    )
    assert.equal(server.requests.length, 1)
  })

  it('repeats even POST until a server listens', async () => {
    const port = await freePort()
    const {send} = transport()
    const work = send({method: 'POST', url: `http://127.0.0.1:${port}/`, body: '{}'})
    const bodies: string[] = []
    const late = createServer((socket) => {
      socket.once('data', (data) => {
        bodies.push(String(data))
        socket.end('HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n')
      })
    })
    await new Promise((resolve) => setTimeout(resolve, 20))
    late.listen(port, '127.0.0.1')
    assert.equal((await work).status, 201)
    assert.equal(bodies.length, 1)
    late.close()
  })

  it('takes a new connection for one that the server has closed meanwhile', async () => {
    const server = await served({'/': [{}, {drop: 'before-head'}, {}]})
    const {send} = transport()
    await (await send({method: 'GET', url: server.url})).text()
    assert.equal((await send({method: 'GET', url: server.url})).status, 200)
    assert.equal(server.connections(), 2)
    const closed = new NoAnswer(Object.assign(new Error('socket hang up'), {code: 'ECONNRESET'}), true)
    assert.equal(pauseAfterLoss({method: 'GET', url: server.url}, closed, 1), 0)
  })

  const now = Date.parse('2026-01-01T00:00:00Z')
  const waits: [string | undefined, number | undefined][] = [
    ['0', 0],
    ['120', 120],
    [' 7 ', 7],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30],
    ['Wed, 31 Dec 2025 23:59:30 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['', undefined],
    [undefined, undefined],
  ]
  for (const [value, seconds] of waits) {
    it(`reads Retry-After: ${value} as ${seconds}`, () => assert.equal(retryAfter(value, now), seconds))
  }
})

async function freePort(): Promise<number> {
  const server = await served({})
  await server.stop()
  return server.port
}
