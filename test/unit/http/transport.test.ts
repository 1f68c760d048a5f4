import assert from 'node:assert/strict'
import {Readable} from 'node:stream'
import {brotliCompressSync, deflateRawSync, deflateSync, gzipSync} from 'node:zlib'
import {ConnectionError, UsageError} from '#errors'
import {failureFrom, get, send, served, stopAll, transport} from './served.ts'

describe('a transport', () => {
  afterEach(stopAll)

  it('sends method, path, query and headers, and gives status, headers and body', async () => {
    const server = await served({'/v3/users': {status: 203, headers: {'X-Some': 'thing'}, body: {users: []}}})
    const url = `${server.url}/v3/users?name=a%20b`
    const answer = await send({method: 'GET', url, headers: {'X-Auth-Token': 't'}})
    assert.equal(answer.status, 203)
    assert.equal(answer.url, url)
    assert.equal(answer.headers['x-some'], 'thing')
    assert.deepEqual(await answer.json(), {users: []})
    assert.equal(await answer.text(), '{"users":[]}')
    const [request] = server.requests
    assert.equal(request?.path, '/v3/users?name=a%20b')
    assert.equal(request?.headers['x-auth-token'], 't')
    assert.equal(request?.headers['user-agent'], 'osc-test')
    assert.equal(request?.headers.accept, 'application/json')
  })

  it('keeps the caller’s own accept and user-agent, whatever their case', async () => {
    const server = await served({'/': {}})
    await send({method: 'GET', url: server.url, headers: {Accept: 'text/plain', 'User-Agent': 'mine'}})
    assert.equal(server.requests[0]?.headers.accept, 'text/plain')
    assert.equal(server.requests[0]?.headers['user-agent'], 'mine')
  })

  const bodies: [string, () => string | Uint8Array | Readable | undefined, string, string | undefined][] = [
    ['text', () => '{"name":"ü"}', '{"name":"ü"}', '13'],
    ['bytes', () => new Uint8Array([0x61, 0x62]), 'ab', '2'],
    ['a stream', () => Readable.from([Buffer.from('one '), Buffer.from('two')]), 'one two', undefined],
    ['nothing', () => undefined, '', '0'],
  ]
  for (const [name, body, received, length] of bodies) {
    it(`sends ${name} as a body`, async () => {
      const server = await served({'POST /': {status: 201}})
      assert.equal((await send({method: 'POST', url: server.url, body: body()})).status, 201)
      assert.equal(server.requests[0]?.body.toString(), received)
      assert.equal(server.requests[0]?.headers['content-length'], length)
    })
  }

  it('sends a body with DELETE', async () => {
    const server = await served({'DELETE /': {status: 204}})
    await send({method: 'DELETE', url: server.url, body: '[1]'})
    assert.equal(server.requests[0]?.body.toString(), '[1]')
  })

  it('fails with the error of a stream that cannot be read', async () => {
    const server = await served({'PUT /': {}})
    const body = new Readable({read: () => void body.destroy(new UsageError('The file is gone.'))})
    assert.match(String(await failureFrom(send({method: 'PUT', url: server.url, body}))), /The file is gone/)
  })

  it('uses one connection for requests one after the other', async () => {
    const server = await served({'/': {body: {}}})
    const {send} = transport()
    for (let i = 0; i < 3; i += 1) await (await send({method: 'GET', url: server.url})).text()
    assert.equal(server.connections(), 1)
  })

  it('gives null for an empty body, and a ConnectionError for one that is not JSON', async () => {
    const server = await served({
      '/empty': {},
      '/page': {body: '<html>Log in</html>', headers: {'content-type': 'text/html'}},
      '/broken': {body: '{"token": "s3cret"', headers: {'content-type': 'application/json'}},
    })
    assert.equal(await (await get(`${server.url}/empty`)).json(), null)
    const page = await failureFrom((await get(`${server.url}/page`)).json())
    assert.ok(page instanceof ConnectionError)
    assert.match(page.message, /\/page returned text\/html instead of JSON \(HTTP 200\)/)
    const broken = await failureFrom((await get(`${server.url}/broken`)).json())
    assert.ok(broken instanceof ConnectionError)
    assert.doesNotMatch(broken.stack ?? '', /s3cret/)
  })

  const text = JSON.stringify({name: 'ü'.repeat(5000)})
  const encodings: [string, Buffer][] = [
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', Buffer.from(text)],
  ]
  for (const [encoding, body] of encodings) {
    it(`decodes ${encoding} (${body.length} bytes)`, async () => {
      const server = await served({'/': {body, headers: {'content-encoding': encoding}}})
      assert.equal(await (await get(server.url)).text(), text)
    })
  }

  it('decodes nothing where there is no body', async () => {
    const headers = {'content-encoding': 'gzip'}
    const server = await served({'HEAD /': {headers}, 'GET /': {status: 204, headers}})
    assert.equal(await (await send({method: 'HEAD', url: server.url})).text(), '')
    assert.equal(await (await get(server.url)).text(), '')
  })

  it('reports damaged compression', async () => {
    const server = await served({'/': {body: gzipSync(text).subarray(0, 40), headers: {'content-encoding': 'gzip'}}})
    const error = await failureFrom((await get(server.url)).text())
    assert.ok(error instanceof ConnectionError)
    assert.match(error.message, /truncated or damaged/)
  })

  it('reads other character sets and byte order marks', async () => {
    const latin = {'content-type': 'text/plain; charset=ISO-8859-1'}
    const server = await served({'/latin': {body: Buffer.from([0xe9]), headers: latin}, '/bom': {body: '\ufeff{}'}})
    assert.equal(await (await get(`${server.url}/latin`)).text(), 'é')
    assert.deepEqual(await (await get(`${server.url}/bom`)).json(), {})
  })

  it('gives a body as it arrives', async () => {
    const server = await served({'/': {body: 'a'.repeat(30), drip: {bytes: 10, every: 20}}})
    const chunks: string[] = []
    for await (const chunk of (await get(server.url)).stream()) chunks.push(String(chunk))
    assert.deepEqual(chunks, Array(3).fill('a'.repeat(10)))
  })

  it('reports a truncated body, also when it is read late', async () => {
    const server = await served({'/': {body: 'x'.repeat(100), drop: 50}})
    const answer = await get(server.url)
    await new Promise((resolve) => setTimeout(resolve, 40))
    const error = await failureFrom(answer.text())
    assert.ok(error instanceof ConnectionError)
    assert.equal(error.code, 'ECONNRESET')
    assert.match(error.message, /closed before the response was complete/)
  })

  it('does not give one body twice', async () => {
    const server = await served({'/': {body: 'x'}})
    const answer = await get(server.url)
    answer.stream().resume()
    await assert.rejects(async () => answer.text(), /being read as a stream/)
  })

  it('sends and reads header values beyond ASCII as UTF-8', async () => {
    const server = await served({'/': {headers: {'x-back': Buffer.from('größe').toString('latin1')}}})
    const answer = await send({method: 'GET', url: server.url, headers: {'X-Container-Meta-Name': 'größe €'}})
    const raw = server.requests[0]?.headers['x-container-meta-name']
    assert.equal(Buffer.from(String(raw), 'latin1').toString(), 'größe €')
    assert.equal(answer.headers['x-back'], 'größe')
  })

  const badHeaders: Record<string, string>[] = [
    {'X-A': 'a\r\nX-B: b'},
    {'X-A': 'a\nb'},
    {'X-A\r\nB': 'a'},
    {'X-A': 'a\0'},
  ]
  for (const headers of badHeaders) {
    it(`refuses the header ${JSON.stringify(headers)}`, async () => {
      const server = await served({'/': {}})
      const error = await failureFrom(send({method: 'GET', url: server.url, headers}))
      assert.ok(error instanceof UsageError)
      assert.doesNotMatch(error.message, /[\r\n\0]/)
      assert.equal(server.requests.length, 0)
    })
  }

  it('takes 100 KB of headers', async () => {
    const server = await served({'/': {headers: {'x-long': 'x'.repeat(100_000)}}})
    assert.equal((await get(server.url)).headers['x-long']?.length, 100_000)
  })

  for (const url of ['nonsense', 'ftp://host/', '']) {
    it(`refuses '${url}' as a URL`, async () => {
      assert.ok((await failureFrom(get(url))) instanceof ConnectionError)
    })
  }
})
