import assert from 'node:assert/strict'
import {Readable} from 'node:stream'
import {redirected} from '#cloud/http/redirect'
import type {Method} from '#cloud/types'
import {ConnectionError} from '#errors'
import {failureFrom, get, send, served, stopAll} from './served.ts'

describe('redirects', () => {
  afterEach(stopAll)

  const followed: [number, Method, Method][] = [
    [301, 'GET', 'GET'],
    [302, 'GET', 'GET'],
    [302, 'HEAD', 'HEAD'],
    [302, 'DELETE', 'DELETE'],
    [302, 'PUT', 'PUT'],
    [301, 'PATCH', 'PATCH'],
    [302, 'POST', 'POST'],
    [307, 'POST', 'POST'],
    [308, 'PUT', 'PUT'],
    [303, 'POST', 'GET'],
    [303, 'HEAD', 'HEAD'],
  ]
  for (const [status, method, then] of followed) {
    it(`${method} after ${status} continues as ${then}`, async () => {
      const headers = {location: '/stacks/name/id'}
      const server = await served({'/stacks/name': {status, headers}, '/stacks/name/id': {body: {}}})
      const body = ['GET', 'HEAD', 'DELETE'].includes(method) ? undefined : '{"a":1}'
      const sent = {'X-Auth-Token': 't', 'Content-Type': 'application/json'}
      const answer = await send({method, url: `${server.url}/stacks/name`, headers: sent, body})
      assert.equal(answer.status, 200)
      assert.equal(answer.url, `${server.url}/stacks/name/id`)
      const last = server.requests[1]
      assert.equal(last?.method, then)
      assert.equal(last?.headers['x-auth-token'], 't')
      assert.equal(last?.body.toString(), then === method ? (body ?? '') : '')
    })
  }

  it('gives answers back that lead nowhere', async () => {
    const server = await served({
      '/': {status: 300, headers: {location: '/v3'}},
      '/bare': {status: 302},
      '/same': {status: 304},
    })
    assert.equal((await get(server.url)).status, 300)
    assert.equal((await get(`${server.url}/bare`)).status, 302)
    assert.equal((await get(`${server.url}/same`)).status, 304)
  })

  it('ends after 30', async () => {
    const server = await served({'/': {status: 302, headers: {location: '/'}}})
    const error = await failureFrom(get(server.url))
    assert.ok(error instanceof ConnectionError)
    assert.match(error.message, /redirected 30 times/)
    assert.equal(server.requests.length, 31)
  })

  it('does not take the token to another server', async () => {
    const other = await served({'/': {body: 'there'}})
    const server = await served({'/': {status: 302, headers: {location: other.url}}})
    const secrets = {'X-Auth-Token': 't', authorization: 'a', 'X-Subject-Token': 's', 'X-Open': 'o'}
    assert.equal(await (await send({method: 'GET', url: server.url, headers: secrets})).text(), 'there')
    const {headers} = other.requests[0] ?? {}
    assert.equal(headers?.['x-auth-token'], undefined)
    assert.equal(headers?.['x-subject-token'], undefined)
    assert.equal(headers?.authorization, undefined)
    assert.equal(headers?.['x-open'], 'o')
  })

  it('does not take a body to another server', async () => {
    const other = await served({'/': {}})
    const server = await served({'/': {status: 307, headers: {location: other.url}}})
    const error = await failureFrom(send({method: 'POST', url: server.url, body: '{"password":"p"}'}))
    assert.ok(error instanceof ConnectionError)
    assert.match(error.message, /is not followed: the request may contain secrets/)
    assert.equal(other.requests.length, 0)
  })

  it('cannot send a stream again', async () => {
    const server = await served({'/': {status: 307, headers: {location: '/there'}}})
    const error = await failureFrom(send({method: 'PUT', url: server.url, body: Readable.from(['x'])}))
    assert.match(String(error), /cannot be sent twice/)
  })

  const places: [string, string, string, boolean][] = [
    ['https://cloud/a', 'http://cloud/b', 'https://cloud/b', true],
    ['https://cloud:8004/a', 'http://cloud:8004/b', 'https://cloud:8004/b', true],
    ['https://cloud:8004/a', 'http://cloud:8080/b', 'http://cloud:8080/b', false],
    ['https://cloud/a', 'http://other/b', 'http://other/b', false],
    ['http://cloud/a', 'https://cloud/b', 'https://cloud/b', true],
    ['http://cloud:5000/a', 'http://cloud:5001/b', 'http://cloud:5001/b', false],
    ['https://cloud/a', 'https://other/b', 'https://other/b', false],
    ['https://cloud/a', '//other/b', 'https://other/b', false],
    ['http://cloud/a/b', 'c?d=e', 'http://cloud/a/c?d=e', true],
  ]
  for (const [from, location, to, keeps] of places) {
    it(`${from} to ${location} is ${to}, ${keeps ? 'with' : 'without'} the token`, () => {
      const request = {method: 'GET', url: from, headers: {'x-auth-token': 't'}} as const
      const next = redirected(request, {status: 302, headers: {location}}, true)
      assert.equal(next?.url, to)
      assert.deepEqual(next?.headers, keeps ? {'x-auth-token': 't'} : {})
    })
  }

  const unverified: [string, string, boolean][] = [
    ['https://cloud:8004/a', 'https://cloud:8004/b', true],
    ['https://cloud:8004/a', 'https://cloud:9999/b', false],
    ['http://cloud:8004/a', 'https://cloud:9999/b', false],
    ['http://cloud/a', 'https://cloud/b', false],
  ]
  for (const [from, location, keeps] of unverified) {
    it(`${from} to ${location} without verification is ${keeps ? 'with' : 'without'} the token and the body`, () => {
      const request = {method: 'GET', url: from, headers: {'x-auth-token': 't'}} as const
      const answer = {status: 307, headers: {location}}
      assert.deepEqual(redirected(request, answer, false)?.headers, keeps ? {'x-auth-token': 't'} : {})
      const post = () => redirected({...request, method: 'POST', body: '{"password":"p"}'}, answer, false)
      if (keeps) assert.equal(post()?.url, location)
      else assert.throws(post, ConnectionError)
    })
  }

  for (const location of ['http://', 'file:///etc/passwd', 'javascript:1']) {
    it(`refuses to go to ${location}`, () => {
      const request = {method: 'GET', url: 'http://cloud/'} as const
      assert.throws(() => redirected(request, {status: 302, headers: {location}}, true), ConnectionError)
    })
  }
})
