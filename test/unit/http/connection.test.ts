import assert from 'node:assert/strict'
import {Readable} from 'node:stream'
import {setTimeout as pause} from 'node:timers/promises'
import {ConnectionError} from '#errors'
import {failureFrom, get, send, served, stopAll, transport} from './served.ts'

describe('a connection that fails', () => {
  afterEach(stopAll)

  it('is refused', async () => {
    const server = await served({})
    await server.stop()
    const error = await failureFrom(get(`${server.url}/v3?key=s3cret`))
    assert.ok(error instanceof ConnectionError)
    assert.equal(error.message, `GET ${server.url}/v3 failed: connection refused.`)
    assert.equal(error.code, 'ECONNREFUSED')
    assert.equal(error.exitCode, 1)
    assert.match(error.hint ?? '', /nothing is listening on 127\.0\.0\.1/)
  })

  it('has an unknown host', async () => {
    const error = await failureFrom(send({method: 'POST', url: 'http://no-such-host.invalid/v3'}))
    assert.ok(error instanceof ConnectionError)
    assert.ok(['ENOTFOUND', 'EAI_AGAIN'].includes(error.code))
    assert.match(error.message, /host name no-such-host\.invalid is unknown/)
  })

  it('answers with something else than HTTP', async () => {
    const server = await served({'/': {raw: 'SSH-2.0-OpenSSH_9.2\r\n'}})
    const error = await failureFrom(get(server.url))
    assert.ok(error instanceof ConnectionError)
    assert.match(error.message, /the response is not HTTP/)
    assert.equal(server.requests.length, 1)
  })

  it('promises more than it sends', async () => {
    const server = await served({'/': {raw: 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"a"'}})
    assert.ok((await failureFrom((await get(server.url)).json())) instanceof ConnectionError)
  })
})

describe('the time limit', () => {
  afterEach(stopAll)

  it('ends waiting for a head', async () => {
    const server = await served({'/': {delay: 2000}})
    const error = await failureFrom(get(server.url, {timeout: 0.1}))
    assert.ok(error instanceof ConnectionError)
    assert.equal(error.exitCode, 6)
    assert.equal(error.code, 'ETIMEDOUT')
    assert.match(error.message, /no response for 0\.1 seconds/)
    assert.equal(server.requests.length, 1)
  })

  it('is shorter where the caller can do without an answer', async () => {
    const server = await served({'/': {delay: 2000}})
    const error = await failureFrom(send({method: 'GET', url: server.url, patience: 0.1}, {timeout: 60}))
    assert.ok(error instanceof ConnectionError)
    assert.match(error.message, /no response for 0\.1 seconds/)
  })

  it('ends waiting for the rest of a body', async () => {
    const server = await served({'/': {body: 'x'.repeat(20), drip: {bytes: 10, every: 2000}}})
    const error = await failureFrom((await get(server.url, {timeout: 0.1})).text())
    assert.ok(error instanceof ConnectionError)
    assert.equal(error.exitCode, 6)
  })

  it('applies to silence, not to the whole transfer', async () => {
    const server = await served({'/': {body: 'x'.repeat(40), drip: {bytes: 10, every: 400}}})
    assert.equal((await (await get(server.url, {timeout: 1})).text()).length, 40)
  })

  it('lets a slow reader take its time', async () => {
    const size = 4_000_000
    const server = await served({'/': {body: Buffer.alloc(size)}})
    let read = 0
    for await (const chunk of (await get(server.url, {timeout: 1})).stream()) {
      if (read === 0) await pause(2500)
      read += chunk.length
    }
    assert.equal(read, size)
  })

  it('lets a slow writer take its time', async () => {
    const server = await served({'PUT /': {}})
    async function* slow() {
      yield 'one '
      await pause(2000)
      yield 'two'
    }
    const answer = await send({method: 'PUT', url: server.url, body: Readable.from(slow())}, {timeout: 1})
    assert.equal(answer.status, 200)
    assert.equal(server.requests[0]?.body.toString(), 'one two')
  })
})

describe('an abort', () => {
  afterEach(stopAll)
  const reason = new Error('interrupted')

  const moments: [string, Parameters<typeof served>[0], (url: string, signal: AbortSignal) => Promise<unknown>][] = [
    ['before the head', {'/': {delay: 3000}}, (url, signal) => get(url, {signal})],
    [
      'in the body',
      {'/': {body: 'x'.repeat(20), drip: {bytes: 1, every: 500}}},
      async (url, signal) => (await get(url, {signal})).text(),
    ],
    ['between two tries', {'/': {status: 503, headers: {'retry-after': '20'}}}, (url, signal) => get(url, {signal})],
  ]
  for (const [moment, routes, work] of moments) {
    it(`${moment} ends the request at once with its reason`, async () => {
      const server = await served(routes)
      const controller = new AbortController()
      const failure = failureFrom(work(server.url, controller.signal))
      await pause(50)
      const start = performance.now()
      controller.abort(reason)
      assert.equal(await failure, reason)
      assert.ok(performance.now() - start < 100)
    })
  }

  it('before the request sends nothing', async () => {
    const server = await served({'/': {}})
    assert.equal(await failureFrom(get(server.url, {signal: AbortSignal.abort(reason)})), reason)
    assert.equal(server.requests.length, 0)
  })

  it('ends twenty requests without a warning', async () => {
    const server = await served({'/': {delay: 3000}})
    const controller = new AbortController()
    const warnings: Error[] = []
    const listen = (warning: Error) => warnings.push(warning)
    process.on('warning', listen)
    const {send} = transport({signal: controller.signal})
    const failures = Array.from({length: 20}, () => failureFrom(send({method: 'GET', url: server.url})))
    await pause(50)
    controller.abort(reason)
    assert.deepEqual(new Set(await Promise.all(failures)), new Set([reason]))
    process.off('warning', listen)
    assert.deepEqual(warnings, [])
  })
})
