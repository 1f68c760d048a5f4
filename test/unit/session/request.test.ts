import assert from 'node:assert/strict'
import {Readable} from 'node:stream'
import type {ApiRequest} from '#cloud/types'
import {HttpError} from '#errors'
import {decodeJson} from '#json'
import {calls, fakeCloud, openFake, type Sent} from './fake-cloud.ts'

/** The request that a call becomes. */
async function sentFor(request: ApiRequest): Promise<Sent> {
  const cloud = fakeCloud()
  await openFake(cloud).request(request)
  const last = cloud.sent.at(-1)
  assert.ok(last)
  return last
}

describe('session: requests', () => {
  it('go to the endpoint of the catalog with the token', async () => {
    const sent = await sentFor({service: 'orchestration', path: '/stacks'})
    assert.equal(sent.method, 'GET')
    assert.equal(sent.url, 'http://heat.example/v1/p1/stacks')
    assert.equal(sent.headers['x-auth-token'], 't1')
    assert.equal(sent.headers.accept, 'application/json')
    assert.equal(sent.body, undefined)
  })

  const queries: [string, ApiRequest['query'], string][] = [
    ['nothing', {}, '/stacks'],
    ['undefined values', {limit: undefined, name: 'a'}, '/stacks?name=a'],
    ['numbers and switches', {limit: 10, nested: true, deleted: false}, '/stacks?limit=10&nested=true&deleted=false'],
    ['repeated keys', {status: ['A', 'B']}, '/stacks?status=A&status=B'],
    ['an empty list', {status: []}, '/stacks'],
    ['empty text', {name: ''}, '/stacks?name='],
    ['special characters', {'a b': 'x&y=ü/?#'}, '/stacks?a%20b=x%26y%3D%C3%BC%2F%3F%23'],
  ]
  for (const [what, query, expected] of queries) {
    it(`encode ${what} in the query`, async () => {
      const {url} = await sentFor({service: 'orchestration', path: '/stacks', query})
      assert.equal(url, `http://heat.example/v1/p1${expected}`)
    })
  }

  it('add the query to one that the path has', async () => {
    const {url} = await sentFor({service: 'identity', path: '/users?enabled', query: {name: 'x'}})
    assert.equal(url, 'http://keystone.example/v3/users?enabled&name=x')
  })

  it('encode objects and lists as JSON, with numbers as they were decoded', async () => {
    const body = decodeJson('{"size": 12345678901234567890, "ratio": 1.0}')
    assert.ok(body && typeof body === 'object' && !Array.isArray(body) && !('source' in body))
    const sent = await sentFor({service: 'compute', method: 'POST', path: '/servers', body: {server: body}})
    assert.equal(sent.body, '{"server":{"size":12345678901234567890,"ratio":1.0}}')
    assert.equal(sent.headers['content-type'], 'application/json')
  })

  const raw: [string, ApiRequest['body']][] = [
    ['text', 'plain'],
    ['bytes', new Uint8Array([1, 2])],
    ['a stream', Readable.from(['x'])],
  ]
  for (const [what, body] of raw) {
    it(`send ${what} as it is`, async () => {
      const sent = await sentFor({service: 'compute', method: 'PUT', path: '/x', body})
      assert.equal(sent.body, body)
      assert.equal(sent.headers['content-type'], undefined)
    })
  }

  it("let the caller's headers win, whatever their case", async () => {
    const headers = {Accept: 'text/plain', 'Content-Type': 'application/json-patch+json', 'X-Auth-Token': 'other'}
    const sent = await sentFor({service: 'compute', method: 'PATCH', path: '/x', body: [], headers})
    assert.equal(sent.headers.accept, 'text/plain')
    assert.equal(sent.headers['content-type'], 'application/json-patch+json')
    assert.equal(sent.headers['x-auth-token'], 'other')
  })

  it('report the request ID of the response', async () => {
    const cloud = fakeCloud(() => ({headers: {'x-compute-request-id': 'req-1'}, body: {a: 1}}))
    const answer = await openFake(cloud).request({service: 'compute', path: '/x'})
    assert.equal(answer.requestId, 'req-1')
    assert.deepEqual(await answer.json(), {a: 1})
  })

  it('get() decodes an object, and anything else as an empty one', async () => {
    const cloud = fakeCloud(({url}) => ({body: url.endsWith('/list') ? [1] : {stack: {id: 's'}}}))
    const session = openFake(cloud)
    assert.deepEqual(await session.get('orchestration', '/stacks/s'), {stack: {id: 's'}})
    assert.deepEqual(await session.get('orchestration', '/list'), {})
  })

  for (const status of [400, 403, 404, 409, 500]) {
    it(`fail with an HttpError at ${status}`, async () => {
      const session = openFake(fakeCloud(() => ({status, body: {error: {message: 'Broken, sorry'}}})))
      await assert.rejects(session.get('identity', '/users'), (error) => {
        assert.ok(error instanceof HttpError)
        assert.equal(error.failure.status, status)
        assert.match(error.message, /Broken, sorry/)
        return true
      })
    })
  }

  it('nothing is sent before the first call', async () => {
    const cloud = fakeCloud()
    const session = openFake(cloud)
    await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual(calls(cloud), [])
    assert.equal(await session.endpoint('compute'), 'http://nova.example/v2.1')
    assert.deepEqual(calls(cloud), ['login'])
  })
})
