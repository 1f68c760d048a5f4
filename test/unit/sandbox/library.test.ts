import assert from 'node:assert/strict'
import {onSandbox} from '../../../plugins/sandbox/test/support/on-sandbox.ts'
import {tokens} from '../../../plugins/sandbox/test/support/widgets.ts'
import {library} from './support/library.ts'

type Row = Record<string, unknown>

const onLibrary = () => {
  const {ask, running} = onSandbox({services: [library, tokens]})
  const shelf = async (body: object, token?: string, version = '2.9'): Promise<Row> => {
    const headers = {'openstack-api-version': `library ${version}`}
    const answer = await ask('POST /library/v2/shelves', {shelf: body}, token, headers)
    assert.equal(answer.status, 202, JSON.stringify(answer.body))
    return answer.body.shelf as Row
  }
  const names = async (path: string, token?: string) => {
    const {body} = await ask(`GET /library/v2/${path}`, undefined, token)
    return (body.shelves as Row[]).map(({name}) => name)
  }
  return {ask, running, shelf, names}
}

describe('a collection like Nova’s', () => {
  const {ask, running, shelf, names} = onLibrary()
  const show = async (id: unknown, token?: string) =>
    (await ask(`GET /library/v2/shelves/${id}`, undefined, token)).body
  const status = async (id: unknown) => ((await show(id)).shelf as Row | undefined)?.status

  it('creates with a UUID and times, and calls the hooks', async () => {
    const made = await shelf({name: 'a', secret: 'x', weight: 1.5, anything: [1]})
    const {id, created_at, updated_at, ...rest} = made
    assert.match(String(id), /^[\da-f]{8}-[\da-f]{4}-/)
    assert.match(String(created_at), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    assert.equal(updated_at, created_at)
    assert.deepEqual(rest, {
      name: 'a',
      shared: false,
      tags: [],
      anything: [1],
      weight: 1.5,
      project_id: 'p1',
      status: 'BUILDING',
      locked: true,
    })
  })

  it('updates the time of change and calls `changed`', async () => {
    const {id, created_at} = await shelf({name: 'b'})
    running().clock.advance(30)
    const {body} = await ask(`PUT /library/v2/shelves/${id}`, {shelf: {weight: 2}})
    const changed = body.shelf as Row
    assert.deepEqual([changed.weight, changed.changes, changed.created_at], [2, 1, created_at])
    assert.notEqual(changed.updated_at, created_at)
  })

  it('lets hooks refuse', async () => {
    const {id} = await shelf({name: 'fixed'})
    for (const [request, body] of [
      ['PUT', {shelf: {weight: 2}}],
      ['DELETE', undefined],
    ] as const)
      assert.equal((await ask(`${request} /library/v2/shelves/${id}`, body)).status, 409)
    assert.equal(await status(id), 'BUILDING')
  })

  it('lists in short and in detail', async () => {
    const short = (await ask('GET /library/v2/shelves?name=a')).body.shelves as Row[]
    const long = (await ask('GET /library/v2/shelves/detail?name=a')).body.shelves as Row[]
    assert.deepEqual(Object.keys(short[0] ?? {}), ['id', 'name'])
    assert.equal(long[0]?.locked, true)
  })

  it('has only the own project in a list, and all of them when asked', async () => {
    await shelf({name: 'theirs'}, 'demo-token')
    assert.ok(!(await names('shelves')).includes('theirs'))
    assert.ok((await names('shelves?all_tenants=1')).includes('theirs'))
    assert.ok(!(await names('shelves?all_tenants=False')).includes('theirs'))
    assert.deepEqual(await names('shelves?all_tenants=1', 'demo-token'), ['theirs'])
  })

  it('shows what is shared, and refuses to change it', async () => {
    const {id} = await shelf({name: 'common', shared: true})
    assert.ok((await names('shelves', 'demo-token')).includes('common'))
    assert.ok((await show(id, 'demo-token')).shelf)
    for (const [request, body] of [
      [`PUT /library/v2/shelves/${id}`, {shelf: {weight: 3}}],
      [`DELETE /library/v2/shelves/${id}`, undefined],
      [`POST /library/v2/shelves/${id}/action`, {paint: null}],
      [`PUT /library/v2/shelves/${id}/tags/x`, undefined],
    ] as const)
      assert.equal((await ask(request, body, 'demo-token')).status, 403, request)
  })

  it('hides the rest from other projects, in actions and tags too', async () => {
    const {id} = await shelf({name: 'private'})
    for (const request of [`POST /library/v2/shelves/${id}/action`, `GET /library/v2/shelves/${id}/tags`])
      assert.equal((await ask(request, request.startsWith('POST') ? {} : undefined, 'demo-token')).status, 404, request)
    assert.equal((await ask(`POST /library/v2/shelves/${id}/action`, {})).status, 202)
    assert.equal(await status(id), 'PAINTED')
  })

  const filters: [query: string, names: string[]][] = [
    ['name=f1', ['f1']],
    ['name=f1&name=f2', ['f1', 'f2']],
    ['name=f1&tags=red', ['f1']],
    ['tags=red,blue', ['f1']],
    ['tags=red&tags=blue', ['f1']],
    ['tags-any=red,blue', ['f1', 'f2']],
    ['not-tags=red,blue&pattern=^f.$', ['f2', 'f3']],
    ['not-tags-any=red,blue&pattern=^f.$', ['f3']],
    ['pattern=^f[12]$', ['f1', 'f2']],
    ['shared=true&pattern=^f.$', ['f3']],
    ['unknown=x&name=f1', ['f1']],
    ['pattern=^f.$&sort=name:desc&limit=1&offset=1', ['f2']],
  ]
  it('filters', async () => {
    await shelf({name: 'f1', tags: ['red', 'blue']})
    await shelf({name: 'f2', tags: ['red']})
    await shelf({name: 'f3', shared: true})
    for (const [query, expected] of filters) assert.deepEqual(await names(`shelves?${query}`), expected, query)
  })

  it('refuses patterns that are wrong or take too long', async () => {
    await shelf({name: `${'a'.repeat(40)}!`})
    for (const [pattern, message] of [
      ['(', /is not a regular expression/],
      ['^(a+)+$', /takes too long/],
    ] as const) {
      const {status: code, body} = await ask(`GET /library/v2/shelves?pattern=${encodeURIComponent(pattern)}`)
      assert.equal(code, 400)
      assert.match(JSON.stringify(body), message)
    }
  })

  it('moves on with the clock, then with requests', async () => {
    const {id} = await shelf({name: 'moving'})
    running().clock.advance(59)
    assert.equal(await status(id), 'BUILDING')
    running().clock.advance(1)
    assert.equal(await status(id), 'MOVING')
    await ask('GET /library/v2/shelves?name=moving')
    assert.equal(await status(id), 'READY')
    assert.equal(await status(id), 'READY')
  })

  it('deletes a record when its time has come', async () => {
    const {id} = await shelf({name: 'burning'})
    await ask(`POST /library/v2/shelves/${id}/action`, {burn: null})
    assert.equal(await status(id), 'BUILDING')
    running().clock.advance(5)
    assert.deepEqual(await names('shelves?name=burning'), [])
    assert.equal(await status(id), undefined)
  })

  it('knows fields by microversion', async () => {
    const old = await shelf({name: 'old'}, undefined, '2.4')
    assert.ok(!('tags' in old))
    const {status: code, body} = await ask('POST /library/v2/shelves', {shelf: {name: 'older', tags: []}})
    assert.equal(code, 400)
    assert.match(JSON.stringify(body), /'tags' cannot be set on a Shelf/)
  })

  it('keeps tags', async () => {
    const {id} = await shelf({name: 'tagged'})
    const tags = `/library/v2/shelves/${id}/tags`
    const steps: [request: string, status: number, tags: string[], body?: unknown][] = [
      [`PUT ${tags}/a`, 201, ['a']],
      [`PUT ${tags}/a`, 204, ['a']],
      [`PUT ${tags}`, 200, ['b', 'c'], {tags: ['b', 'c', 'b']}],
      [`PUT ${tags}`, 400, ['b', 'c'], {tags: 'b'}],
      [`GET ${tags}/b`, 204, ['b', 'c']],
      [`GET ${tags}/x`, 404, ['b', 'c']],
      [`DELETE ${tags}/b`, 204, ['c']],
      [`DELETE ${tags}/b`, 404, ['c']],
      [`DELETE ${tags}`, 204, []],
    ]
    for (const [request, code, expected, body] of steps) {
      assert.equal((await ask(request, body)).status, code, request)
      assert.deepEqual((await ask(`GET ${tags}`)).body, {tags: expected}, request)
    }
  })

  it('keeps sub-collections below their parents', async () => {
    const [one, two] = [await shelf({name: 'one'}), await shelf({name: 'two'}, 'demo-token')]
    const books = (of: Row) => `/library/v2/shelves/${of.id}/books`
    const {body} = await ask(`POST ${books(one)}`, {book: {title: 'x'}})
    const book = body.book as Row
    assert.equal(book.shelf_id, one.id)
    assert.equal((await ask(`POST ${books(one)}`, {book: {title: 'x'}})).status, 409)
    assert.equal((await ask(`POST ${books(two)}`, {book: {title: 'x'}})).status, 201)
    assert.deepEqual((await ask(`GET ${books(one)}`)).body, {books: [book]})
    assert.equal((await ask(`GET ${books(one)}/${book.id}`)).status, 200)
    assert.equal((await ask(`GET ${books(two)}/${book.id}`)).status, 404)
    assert.equal((await ask(`GET ${books(one)}`, undefined, 'demo-token')).status, 404)
  })

  const versions: [headers: Record<string, string>, status: number, body: unknown][] = [
    [{}, 200, '2.1'],
    [{'openstack-api-version': 'library 2.7'}, 200, '2.7'],
    [{'openstack-api-version': 'compute 2.1, library 2.8'}, 200, '2.8'],
    [{'openstack-api-version': 'library latest'}, 200, '2.9'],
    [{'openstack-api-version': 'compute 2.7'}, 200, '2.1'],
    [{'x-library-version': '2.3'}, 200, '2.3'],
    ...['2.0', '2.10', '3.0', 'x'].map((version): [Record<string, string>, number, unknown] => [
      {'x-library-version': version},
      406,
      {
        error: {
          code: 406,
          message: `Version ${version} is not supported by the API. Minimum is 2.1 and maximum is 2.9.`,
        },
      },
    ]),
  ]
  for (const [headers, code, expected] of versions) {
    it(`answers ${JSON.stringify(headers)} with ${code}`, async () => {
      const answer = await ask('GET /library/v2/microversion', undefined, 'admin-token', headers)
      assert.deepEqual([answer.status, answer.body], [code, expected])
      const maximum = code === 406 ? 'library 2.9' : null
      assert.equal(answer.headers.get('openstack-api-maximum-version'), maximum)
    })
  }
})

describe('a collection like Glance’s', () => {
  const {ask} = onLibrary()
  const path = '/library/v2/scrolls'

  it('has no envelope, keeps keys of the user’s own and is found by name', async () => {
    const {status, body} = await ask(`POST ${path}`, {name: 's1', color: 'red'})
    const {uuid, ...rest} = body
    assert.deepEqual([status, rest], [201, {name: 's1', length: 1, labels: [], state: 'rolled', color: 'red'}])
    for (const key of [uuid, 's1']) assert.deepEqual((await ask(`GET ${path}/${key}`)).body, body)
    assert.deepEqual((await ask(`GET ${path}`)).body, [body])
    await ask(`POST ${path}`, {name: 's2'})
    assert.match(String((await ask(`GET ${path}?limit=1`)).body.next), new RegExp(`marker=${uuid}$`))
  })

  it('takes JSON patches', async () => {
    await ask(`POST ${path}`, {name: 'patched', color: 'red'})
    const patch = [
      {op: 'replace', path: '/length', value: 7},
      {op: 'add', path: '/labels/-', value: 'a/b'},
      {op: 'add', path: '/labels/0', value: 'first'},
      {op: 'remove', path: '/color'},
      {op: 'add', path: '/a~1b', value: {c: 1}},
      {op: 'replace', path: '/a~1b/c', value: 2},
    ]
    const {status, body} = await ask(`PATCH ${path}/patched`, patch)
    const {uuid, ...rest} = body
    assert.deepEqual(
      [status, rest],
      [200, {name: 'patched', length: 7, labels: ['first', 'a/b'], state: 'rolled', 'a/b': {c: 2}}],
    )
    assert.equal((await ask(`PATCH ${path}/patched`, [{op: 'remove', path: '/length'}])).body.length, 1)
  })

  const wrong: [patch: unknown, message: RegExp][] = [
    [{length: 1}, /must be a list of JSON patch operations/],
    [[{op: 'replace', path: '', value: 1}], /'' is not a JSON pointer/],
    [[{op: 'replace', path: '/none', value: 1}], /There is no '\/none' to replace/],
    [[{op: 'remove', path: '/labels/4'}], /There is no '\/labels\/4' to remove/],
    [[{op: 'add', path: '/name/x', value: 1}], /There is no '\/name\/x' to add/],
    [[{op: 'add', path: '/labels/x', value: 1}], /There is no '\/labels\/x' to add/],
    [[{op: 'add', path: '/length'}], /has no value/],
    [[{op: 'move', path: '/length', from: '/name'}], /'move' is not supported/],
    [[{op: 'replace', path: '/length', value: 'x'}], /'length': it must be of type integer/],
    [[{op: 'replace', path: '/state', value: 'x'}], /'state' cannot be set/],
  ]
  for (const [patch, message] of wrong) {
    it(`refuses ${JSON.stringify(patch)}`, async () => {
      await ask(`POST ${path}`, {name: 'wrong'})
      const {status, body} = await ask(`PATCH ${path}/wrong`, patch)
      assert.equal(status, 400)
      assert.match(JSON.stringify(body), message)
    })
  }
})

describe('a collection that is created by PUT', () => {
  const {ask} = onLibrary()

  it('takes the ID from the path, once', async () => {
    const create = () => ask('PUT /library/v2/loans/mine', {loan: {}})
    assert.deepEqual((await create()).body, {loan: {id: 'mine', returned: false}})
    assert.equal((await create()).status, 409)
  })

  it('asks `allow` about the record', async () => {
    assert.equal((await ask('DELETE /library/v2/loans/mine')).status, 403)
    const changes = {loan: {returned: true}}
    assert.equal((await ask('PATCH /library/v2/loans/mine', changes, 'demo-token')).status, 403)
    assert.equal((await ask('PATCH /library/v2/loans/mine', changes)).status, 200)
    assert.equal((await ask('DELETE /library/v2/loans/mine')).status, 204)
  })
})

describe('bodies other than JSON objects', () => {
  const {ask} = onLibrary()

  it('reach a route as text', async () => {
    const {body, headers} = await ask('POST /library/v2/yaml', 'a: [b')
    assert.deepEqual([body, headers.get('content-type')], [{text: 'A: [B'}, 'application/x-yaml'])
  })

  it('reach a route as bytes, and go back so', async () => {
    const {body, headers} = await ask('PUT /library/v2/bytes', Uint8Array.from([1, 2, 127]))
    assert.deepEqual([body, headers.get('content-type')], [{text: '\x7f\x02\x01'}, 'application/octet-stream'])
  })

  for (const [sent, status, json] of [
    ['[1]', 200, [1]],
    ['', 200, null],
    ['{', 400, undefined],
  ] as const)
    it(`reach a route as JSON: '${sent}'`, async () => {
      const answer = await ask('POST /library/v2/json', sent)
      assert.deepEqual([answer.status, answer.body.json], [status, json])
    })
})
