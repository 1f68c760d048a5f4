import assert from 'node:assert/strict'
import type {JsonObject} from '@osc-cli/core'
import {
  type Call,
  type Caller,
  type Routes,
  SandboxFailure,
  type SandboxInstance,
  type SandboxService,
  type Store,
} from '@osc-cli/core/sandbox'
import {createLocalCalls} from '#server/local-calls'

const CALLER: Caller = {token: '', userId: 'u', userName: 'demo', userDomainId: 'default', roles: ['member']}

describe('requests of services to each other', () => {
  const calls: Call[] = []
  const record = (name: string) => (call: Call) => {
    calls.push(call)
    return {body: name}
  }
  const routes: Routes = {
    'GET /v1/racks/:id': record('rack'),
    'POST /v1/racks': record('created'),
    'PUT /v1/:container/:object{.+}': record('object'),
  }
  const racks: SandboxService = {
    type: 'racks',
    name: 'racks',
    prefix: 'rack',
    endpoint: '/v1',
    failureBody: () => ({}),
    open: () => ({routes}),
  }
  const instance: SandboxInstance = racks.open(undefined as never)
  const ask = createLocalCalls({
    store: {transaction: <T>(work: () => T) => work()} as Store,
    url: 'http://127.0.0.1:9',
    services: [racks],
    service: (type) => (type === 'racks' ? instance : undefined),
  })
  const last = (): Call => {
    const call = calls.at(-1)
    assert.ok(call)
    return call
  }

  it('have the path, parameters and query of a request by HTTP', () => {
    assert.deepEqual(ask('racks', {method: 'GET', path: '/v1/racks/a%20b?room=1'}, CALLER), {body: 'rack'})
    const {path, params, query, caller} = last()
    assert.deepEqual([path, params, query.get('room'), caller], ['/rack/v1/racks/a%20b', {id: 'a b'}, '1', CALLER])
  })

  it('take the rest of a path as one parameter', () => {
    ask('racks', {method: 'PUT', path: '/v1/c/a/b'}, CALLER)
    assert.deepEqual(last().params, {container: 'c', object: 'a/b'})
  })

  it('answer HEAD as GET', () => {
    ask('racks', {method: 'HEAD', path: '/v1/racks/x'}, CALLER)
    assert.equal(last().method, 'HEAD')
  })

  it('can be without a body', () => {
    ask('racks', {method: 'GET', path: '/v1/racks/x'}, CALLER)
    const {body, json, text, bytes} = last()
    assert.deepEqual([body, json, text, bytes.length], [{}, null, '', 0])
  })

  it('copy the body', () => {
    const body: JsonObject = {rack: {name: 'a'}}
    ask('racks', {method: 'POST', path: '/v1/racks', body}, CALLER)
    body.rack = null
    assert.deepEqual(last().body, {rack: {name: 'a'}})
    assert.equal(last().text, '{"rack":{"name":"a"}}')
  })

  for (const [type, path, status] of [
    ['racks', '/v1/rooms', 404],
    ['rooms', '/v1/rooms', 501],
  ] as const)
    it(`are refused with ${status}: ${type} ${path}`, () => {
      assert.throws(
        () => ask(type, {method: 'GET', path}, CALLER),
        (error) => error instanceof SandboxFailure && error.status === status,
      )
    })
})
