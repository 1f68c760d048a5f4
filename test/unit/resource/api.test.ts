import assert from 'node:assert/strict'
import type {ApiRequest, ApiResponse, Session} from '#cloud/types'
import {OscError} from '#errors'
import type {JsonObject} from '#json'
import {type ResourceApi, resourceApi} from '#resource/api'
import type {Resource} from '#resource/resource'

const Envelope: Resource = {noun: 'thing', service: 's', path: '/things', member: 'thing', collection: 'things'}
const Bare: Resource = {
  noun: 'image',
  service: 's',
  path: '/images',
  collection: 'images',
  patchType: 'application/x-patch',
}
const Nested: Resource = {...Envelope, path: '/policies/{policy}/rules', updateMethod: 'PUT'}
const Versioned: Resource = {...Envelope, newest: '2.90'}

/** A resource's calls on a session that records each request and answers with `body`. */
function callsTo(resource: Resource, body: JsonObject = {id: 'x'}, highest = '2.79') {
  const sent: Omit<ApiRequest, 'service'>[] = []
  const session = {
    async request({service: _, ...request}: ApiRequest) {
      sent.push(JSON.parse(JSON.stringify(request)))
      return {json: async () => body} as unknown as ApiResponse
    },
    microversion: async () => highest,
  } as unknown as Session
  return {api: resourceApi(resource, async () => session), sent}
}

describe('the calls of a resource', () => {
  const cases: [string, Resource, (api: ResourceApi) => Promise<unknown>, object[]][] = [
    ['create wraps the record', Envelope, (api) => api.create({name: 'a'}, {hints: 1}), [{method: 'POST', path: '/things', body: {thing: {name: 'a'}, hints: 1}}]],
    ['create without an envelope', Bare, (api) => api.create({name: 'a'}), [{method: 'POST', path: '/images', body: {name: 'a'}}]],
    ['put goes to the path of the record', Envelope, (api) => api.put('q/1', {n: 1}), [{method: 'PUT', path: '/things/q%2F1', body: {thing: {n: 1}}}]],
    ['update uses the declared method below the parents', Nested, (api) => api.under('p1').update('r1', {n: 1}), [{method: 'PUT', path: '/policies/p1/rules/r1', body: {thing: {n: 1}}}]],
    ['update without keys sends nothing', Envelope, (api) => api.update('x', {n: undefined}), []],
    ['patch has its media type', Bare, (api) => api.patch('i', [{op: 'remove', path: '/a'}]), [{method: 'PATCH', path: '/images/i', body: '[{"op":"remove","path":"/a"}]', headers: {'content-type': 'application/x-patch'}}]],
    ['patch without operations sends nothing', Bare, (api) => api.patch('i', []), []],
    ['an action', Envelope, (api) => api.send('x', 'POST', '/action', {pause: null}), [{method: 'POST', path: '/things/x/action', body: {pause: null}}]],
    ['the microversion in use', Versioned, (api) => api.get('x'), [{path: '/things/x', microversion: '2.79'}]],
  ] // biome-ignore format: a case a line
  for (const [name, resource, call, expected] of cases) {
    it(name, async () => {
      const {api, sent} = callsTo(resource)
      await call(api)
      assert.deepEqual(sent, expected)
    })
  }

  it('an answer without the new record is an error that says where to look', async () => {
    const {api} = callsTo(Envelope, {})
    await assert.rejects(api.create({name: 'a'}), (error: OscError) => {
      assert.equal(error.message, 'The response of the s service does not contain the new thing.')
      assert.equal(error.hint, 'Check whether it exists: osc thing list')
      return error instanceof OscError
    })
  })

  it('a microversion in use compares by number', async () => {
    const {api} = callsTo(Versioned, {}, '2.9')
    const version = await api.microversion()
    assert.deepEqual([version.atLeast('2.8'), version.atLeast('2.9'), version.atLeast('2.10')], [true, true, false])
  })
})
