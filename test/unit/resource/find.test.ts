import assert from 'node:assert/strict'
import type {ApiRequest, ApiResponse, Session} from '#cloud/types'
import {HttpError, NotFoundError, UsageError} from '#errors'
import type {JsonObject} from '#json'
import {AmbiguousNameError} from '#resource/ambiguous'
import {resourceApi} from '#resource/api'
import type {Resource} from '#resource/resource'

const ID = '0123456789abcdef0123456789abcdef'
const Thing: Resource = {noun: 'thing', service: 'identity', path: '/things', member: 'thing', collection: 'things'}

/** A session that answers from records and notes what it was asked. */
function sessionWith(records: JsonObject[], refuse: Record<string, number> = {}) {
  const requested: string[] = []
  const fail = (path: string) => {
    const status = refuse[path]
    if (status) throw new HttpError('refused', {status, method: 'GET', url: path})
  }
  const session = {
    async request({path}: ApiRequest) {
      requested.push(path)
      fail(path)
      const record = records.find(({id}) => path === `/things/${id}`)
      if (!record) throw new HttpError('missing', {status: 404, method: 'GET', url: path})
      return {json: async () => ({thing: record})} as unknown as ApiResponse
    },
    async *list(_service: string, path: string, _key: string, options: {query?: {name?: string}}) {
      requested.push(`${path}?name=${options.query?.name}`)
      fail(path)
      yield* records.filter(({name}) => name === options.query?.name)
    },
  } as unknown as Session
  return {
    requested,
    find: (resource: Resource, name: string) => resourceApi(resource, async () => session).find(name),
    id: (name: string) => resourceApi(Thing, async () => session).id(name),
  }
}

describe('looking up by name or ID', () => {
  it('a name takes one request', async () => {
    const {requested, find} = sessionWith([{id: 'x1', name: 'web'}])
    assert.equal((await find(Thing, 'web')).id, 'x1')
    assert.deepEqual(requested, ['/things?name=web'])
  })

  it('what looks like an ID takes one request', async () => {
    const {requested, find} = sessionWith([{id: ID, name: 'web'}])
    assert.equal((await find(Thing, ID)).name, 'web')
    assert.deepEqual(requested, [`/things/${ID}`])
  })

  it('a name that looks like an ID is found as well', async () => {
    const {find} = sessionWith([{id: 'x1', name: ID}])
    assert.equal((await find(Thing, ID)).id, 'x1')
  })

  it('an ambiguous name is reported with the IDs', async () => {
    const {find} = sessionWith([
      {id: 'x1', name: 'web', domain_id: 'd1', status: 'ACTIVE', created_at: '2026-01-01'},
      {id: 'x22', name: 'web', domain_id: 'd2', status: 'ER\u001bROR'},
    ])
    await assert.rejects(find(Thing, 'web'), (error) => {
      assert.ok(error instanceof AmbiguousNameError)
      assert.deepEqual(error.message.split('\n'), [
        "The thing name 'web' is ambiguous (2 matches):",
        '  ID   Domain  Status  Created',
        '  x1   d1      ACTIVE  2026-01-01',
        '  x22  d2      ER\ufffdROR',
      ])
      return error.exitCode === 5 && error.ids.join() === 'x1,x22'
    })
  })

  it('nothing is a NotFoundError that names it', async () => {
    await assert.rejects(
      sessionWith([]).find(Thing, 'web'),
      (error) => error instanceof NotFoundError && /'web'/.test(error.message),
    )
  })

  it('an empty name asks nothing', async () => {
    const {requested, find} = sessionWith([])
    await assert.rejects(find(Thing, ''), UsageError)
    assert.deepEqual(requested, [])
  })

  for (const status of [401, 403, 500]) {
    it(`a ${status} stays what it is`, async () => {
      const {find} = sessionWith([], {'/things': status})
      await assert.rejects(find(Thing, 'web'), (error) => error instanceof HttpError && error.failure.status === status)
    })
  }

  it('who may not look up is taken at their word for an ID', async () => {
    assert.equal(await sessionWith([], {'/things': 403}).id('web'), 'web')
  })

  it('where there are only IDs a name is never searched', async () => {
    const {requested, find} = sessionWith([])
    await assert.rejects(find({...Thing, by: 'id'}, 'web'), NotFoundError)
    assert.deepEqual(requested, ['/things/web'])
  })
})
