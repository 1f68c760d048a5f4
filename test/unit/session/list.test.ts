import assert from 'node:assert/strict'
import type {ListOptions} from '#cloud/types'
import {ConnectionError, HttpError} from '#errors'
import type {Json, JsonObject} from '#json'
import {calls, fakeCloud, openFake} from './fake-cloud.ts'

/** The IDs that a list yields from pages by query, and the requests it took. */
async function listed(
  pages: Readonly<Record<string, Json>>,
  options: ListOptions = {},
  key = 'stacks',
): Promise<{ids: unknown[]; requested: string[]}> {
  const cloud = fakeCloud(({url}) => {
    const page = pages[new URL(url).search]
    return page === undefined ? undefined : {body: page}
  })
  const ids: unknown[] = []
  for await (const item of openFake(cloud).list('orchestration', '/stacks', key, options)) ids.push(item.id)
  return {
    ids,
    requested: calls(cloud)
      .slice(1)
      .map((call) => call.replace('GET /v1/p1/stacks', '')),
  }
}

const items = (...ids: string[]): JsonObject[] => ids.map((id) => ({id}))

describe('session: lists', () => {
  it('yield the elements of one page', async () => {
    assert.deepEqual(await listed({'': {stacks: items('a', 'b')}}), {ids: ['a', 'b'], requested: ['']})
  })

  const links: [string, Json, Json][] = [
    ['links.next', {links: {next: 'http://inside:5000/v3/stacks?marker=b', self: 'x'}}, {links: {next: null}}],
    ['next', {next: '/v1/stacks?marker=b'}, {}],
    ['next as an object', {next: {href: '/stacks?marker=b'}}, {next: null}],
    [
      '<key>_links',
      {
        stacks_links: [
          {rel: 'self', href: 'x'},
          {rel: 'next', href: 'https://out/stacks?marker=b'},
        ],
      },
      {},
    ],
    ['links as a list', {links: [{rel: 'next', href: '/stacks?marker=b'}]}, {links: []}],
  ]
  for (const [what, first, second] of links) {
    for (const where of ['behind', 'in front of'] as const) {
      it(`follow ${what} ${where} the elements`, async () => {
        const page = (ids: string[], link: Json) =>
          where === 'behind'
            ? {stacks: items(...ids), ...(link as JsonObject)}
            : {...(link as JsonObject), stacks: items(...ids)}
        const pages = {'': page(['a', 'b'], first), '?marker=b': page(['c'], second)}
        assert.deepEqual(await listed(pages), {ids: ['a', 'b', 'c'], requested: ['', '?marker=b']})
      })
    }
  }

  it('take only the query from a link: the token goes to no other host', async () => {
    const next = 'http://evil.example/v9/elsewhere?marker=b&x=1&x=2'
    const cloud = fakeCloud(({url}) => ({body: url.includes('marker') ? {stacks: []} : {stacks: items('a'), next}}))
    for await (const _ of openFake(cloud).list('orchestration', '/stacks', 'stacks')) {
      // Only the requests matter.
    }
    assert.deepEqual(
      cloud.sent.slice(1).map(({url}) => url),
      ['http://heat.example/v1/p1/stacks', 'http://heat.example/v1/p1/stacks?marker=b&x=1&x=2'],
    )
  })

  it('stop at a link that leads to nothing', async () => {
    const pages = {'': {stacks: items('a'), next: '?marker=a'}, '?marker=a': {stacks: [], next: '?marker=a'}}
    assert.deepEqual(await listed(pages), {ids: ['a'], requested: ['', '?marker=a']})
  })

  it('stop at a page that is not full, where services link to a next page always', async () => {
    const pages = {
      '': {stacks: items('a', 'b'), next: '?marker=b'},
      '?marker=b': {stacks: items('c'), next: '?marker=c'},
    }
    assert.deepEqual(await listed(pages, {fullPage: 2}), {ids: ['a', 'b', 'c'], requested: ['', '?marker=b']})
  })

  it('follow no link when one page is wanted', async () => {
    const pages = {'?limit=1': {stacks: items('a'), next: '?marker=a'}}
    const options = {query: {limit: 1}, singlePage: true}
    assert.deepEqual(await listed(pages, options), {ids: ['a'], requested: ['?limit=1']})
  })

  it('continue by marker where pageSize is given, until a page is not full', async () => {
    const pages = {
      '?limit=2&q=1': {stacks: items('a', 'b')},
      '?limit=2&q=1&marker=b': {stacks: items('c', 'd')},
      '?limit=2&q=1&marker=d': {stacks: items('e')},
    }
    const {ids, requested} = await listed(pages, {pageSize: 2, query: {q: '1'}})
    assert.deepEqual(ids, ['a', 'b', 'c', 'd', 'e'])
    assert.deepEqual(requested, Object.keys(pages))
  })

  it('need no second request when the first page is not full', async () => {
    assert.deepEqual((await listed({'?limit=3': {stacks: items('a')}}, {pageSize: 3})).requested, ['?limit=3'])
  })

  it('continue with another key as the marker', async () => {
    const pages = {'?limit=1': {stacks: [{id: 1, name: 'n1'}]}, '?limit=1&marker=n1': {stacks: []}}
    assert.deepEqual((await listed(pages, {pageSize: 1, markerKey: 'name'})).ids, [1])
  })

  const loops: [string, Readonly<Record<string, Json>>, ListOptions][] = [
    ['the same page', {'': {stacks: items('a'), next: '?m=1'}, '?m=1': {stacks: items('b'), next: '?m=1'}}, {}],
    [
      'an earlier page',
      {
        '': {stacks: items('a'), next: '?m=1'},
        '?m=1': {stacks: items('b'), next: '?m=2'},
        '?m=2': {stacks: items('c'), next: '?m=1'},
      },
      {},
    ],
    [
      'a marker that is ignored',
      {'?limit=1': {stacks: items('a')}, '?limit=1&marker=a': {stacks: items('a')}},
      {pageSize: 1},
    ],
  ]
  for (const [what, pages, options] of loops) {
    it(`notice a loop: ${what}`, async () => {
      await assert.rejects(
        listed(pages, options),
        (error) => error instanceof ConnectionError && /never end/.test(error.message),
      )
    })
  }

  it('send headers and microversion with every page', async () => {
    const cloud = fakeCloud(({url}) => ({
      body: url.includes('marker') ? {servers: []} : {servers: items('a'), next: '?marker=a'},
    }))
    const options = {headers: {'X-Extra': 'yes'}, microversion: '2.79'}
    for await (const _ of openFake(cloud).list('compute', '/servers', 'servers', options)) {
      // Only the requests matter.
    }
    for (const {headers} of cloud.sent.slice(1)) {
      assert.equal(headers['x-extra'], 'yes')
      assert.equal(headers['openstack-api-version'], 'compute 2.79')
    }
    assert.equal(cloud.sent.length, 3)
  })

  it('ask for nothing before the first element is wanted, and for no page that is not', async () => {
    const cloud = fakeCloud(() => ({body: {stacks: items('a', 'b'), next: '?marker=b'}}))
    const list = openFake(cloud).list('orchestration', '/stacks', 'stacks')
    assert.equal(cloud.sent.length, 0)
    for await (const item of list) {
      assert.equal(item.id, 'a')
      break
    }
    assert.deepEqual(calls(cloud), ['login', 'GET /v1/p1/stacks'])
  })

  it('log in again in the middle', async () => {
    const cloud = fakeCloud(({url, headers}) => {
      if (!url.includes('marker')) return {body: {stacks: items('a'), next: '?marker=a'}}
      return headers['x-auth-token'] === 't2' ? {body: {stacks: items('b')}} : {status: 401, body: {}}
    })
    const ids: unknown[] = []
    for await (const {id} of openFake(cloud).list('orchestration', '/stacks', 'stacks')) ids.push(id)
    assert.deepEqual(ids, ['a', 'b'])
  })

  it('fail as the request did', async () => {
    const list = openFake(fakeCloud(() => ({status: 403, body: {}}))).list('orchestration', '/stacks', 'stacks')
    await assert.rejects(async () => {
      for await (const _ of list) assert.fail('nothing was listed')
    }, HttpError)
  })
})
