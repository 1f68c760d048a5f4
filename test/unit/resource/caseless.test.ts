import assert from 'node:assert/strict'
import type {Session} from '#cloud/types'
import {HttpError, NotFoundError} from '#errors'
import {AmbiguousNameError} from '#resource/ambiguous'
import {resourceApi} from '#resource/api'
import type {Resource} from '#resource/resource'

const Thing: Resource = {
  noun: 'thing',
  service: 'identity',
  path: '/things',
  member: 'thing',
  collection: 'things',
  caseless: true,
}

/** Finds what a service finds that ignores case and trailing blanks; there is nothing to find by ID. */
function find(resource: Resource, nameOrId: string, ...names: string[]) {
  const session = {
    async *list() {
      yield* names.map((name) => ({id: name, name}))
    },
    request: () => Promise.reject(new HttpError('missing', {status: 404, method: 'GET', url: '/'})),
  } as unknown as Session
  return resourceApi(resource, async () => session).find(nameOrId)
}

describe('names that differ in case or trailing blanks', () => {
  for (const given of ['admin', 'ADMIN', 'admin ', 'Admin  '])
    it(`'${given}' finds admin where the service ignores both`, async () =>
      assert.equal((await find(Thing, given, 'admin')).id, 'admin'))

  it('an exact match comes first', async () => assert.equal((await find(Thing, 'Web', 'web', 'Web')).id, 'Web'))

  it('several similar names are ambiguous', () => assert.rejects(find(Thing, 'WEB', 'web', 'Web'), AmbiguousNameError))

  for (const given of ['ADMIN', 'admin '])
    it(`'${given}' does not find admin in other services`, () =>
      assert.rejects(find({...Thing, caseless: false}, given, 'admin'), NotFoundError))
})
