import assert from 'node:assert/strict'
import {Readable} from 'node:stream'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {elements, type Origin} from '#cloud/stream-list'
import {ConnectionError} from '#errors'
import type {JsonObject} from '#json'
import {failureFrom, get, served, stopAll} from './served.ts'

async function read(
  text: string,
  key: string,
  pieces: number,
  origin?: Origin,
): Promise<{list: JsonObject[]; rest: JsonObject}> {
  const bytes = Buffer.from(text)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces)
  }
  const page = elements(Readable.from(chunks(), {objectMode: false}), key, origin)
  const list: JsonObject[] = []
  for (;;) {
    const {value, done} = await page.next()
    if (done) return {list, rest: value}
    list.push(...value)
  }
}

const small = (text: string): Origin => ({headers: {'content-length': String(Buffer.byteLength(text))}})

describe('elements', () => {
  afterEach(stopAll)

  const odd = [
    {id: '1', name: 'quote " backslash \\ both \\" end\\', text: 'ü€😀\u0000\n'},
    {id: '2', '}]': '[{', nested: {list: [[{}], [], {a: [1, 'x']}], none: null}},
    {},
    {id: '4', big: 'x'.repeat(100)},
  ]
  it('are none in an answer without a body', async () => {
    for await (const _ of elements(Readable.from([]), '', {status: 204})) assert.fail()
  })

  const bodies: [string, string, string, unknown[], unknown][] = [
    [
      'links behind',
      JSON.stringify({things: odd, links: {next: 'n'}, count: 4}),
      'things',
      odd,
      {links: {next: 'n'}, count: 4},
    ],
    [
      'links before',
      JSON.stringify({links: [{rel: 'next', href: 'h'}], things: odd}),
      'things',
      odd,
      {links: [{rel: 'next', href: 'h'}]},
    ],
    [
      'records inside of records that begin alike',
      JSON.stringify({
        things: [
          {id: '1', own: [{id: 'a'}, {id: 'b,{"id":'}]},
          {id: '2', own: [{id: 'c'}, {id: 'd'}]},
        ],
      }),
      'things',
      [
        {id: '1', own: [{id: 'a'}, {id: 'b,{"id":'}]},
        {id: '2', own: [{id: 'c'}, {id: 'd'}]},
      ],
      {},
    ],
    ['everything indented', JSON.stringify({a: 1, things: odd, b: 'x'}, null, 2), 'things', odd, {a: 1, b: 'x'}],
    [
      'white space all over',
      ' \n{ "things" \t: [ {} , {"a" : 1} ] , "b" : true } \r\n',
      'things',
      [{}, {a: 1}],
      {b: true},
    ],
    ['an empty list', '{"things": [], "next": null}', 'things', [], {next: null}],
    [
      'the key inside other values',
      '{"x": {"things": [1]}, "things": [{"things": [2]}]}',
      'things',
      [{things: [2]}],
      {x: {things: [1]}},
    ],
    ['an escaped key', '{"th\\u0069ngs": [{}]}', 'things', [{}], {}],
    ['a bare list', '[{"a": 1}, {}]', '', [{a: 1}, {}], {}],
    ['a byte order mark', '\ufeff{"things": [{}]}', 'things', [{}], {}],
    ['a key called __proto__', '{"__proto__": 1, "things": []}', 'things', [], JSON.parse('{"__proto__": 1}')],
  ]
  for (const [name, text, key, list, rest] of bodies) {
    it(`reads ${name}, whatever the pieces`, async () => {
      const lengths = [1, 2, 3, 5, 7, 64, 10_000]
      for (const pieces of lengths) assert.deepEqual(await read(text, key, pieces), {list, rest}, `pieces of ${pieces}`)
      assert.deepEqual(await read(text, key, 16, small(text)), {list, rest}, 'in one go')
    })
  }

  it('keeps numbers exact', async () => {
    const text = '{"things": [{"n": 12345678901234567890, "f": 1.0}], "t": 1e3}'
    for (const origin of [{}, small(text)]) {
      assert.equal(
        JSON.stringify(await read(text, 'things', 4, origin)),
        '{"list":[{"n":12345678901234567890,"f":1.0}],"rest":{"t":1e3}}',
      )
    }
  })

  const wrong: [string, string, RegExp][] = [
    ['', 'things', /ends before the list 'things' is complete/],
    ['{"things": [{"a": 1}', 'things', /ends before|not JSON/],
    ['{"things": [{"a": "x', 'things', /ends before|not JSON/],
    ['{"things": [{}]', 'things', /ends before|not JSON/],
    ['{"things": [{} {}]}', 'things', /not JSON/],
    ['{"things": [{},]}', 'things', /not JSON|ends before/],
    ['{"things": [{a}]}', 'things', /not JSON/],
    ['{"things": [{]}', 'things', /not JSON/],
    ['{"things": []} x', 'things', /not JSON/],
    ['{things: []}', 'things', /not JSON/],
    ['<html></html>', 'things', /not JSON/],
    ['{"others": [], "links": {}}', 'things', /does not have 'things', only 'others', 'links'/],
    ['{}', 'things', /does not have 'things', only an empty object/],
    ['{"things": null}', 'things', /has null under 'things', not a list/],
    ['{"things": {"a": 1}}', 'things', /has an object under 'things'/],
    ['{"things": ["a"]}', 'things', /has a string as element 0 of 'things'/],
    ['{"things": [{}, [1]]}', 'things', /has a list as element 1/],
    ['[{}]', 'things', /is a list, not an object with 'things'/],
    ['"text"', 'things', /is a string, not an object/],
    ['{"a": 1}', '', /is an object, not a list/],
  ]
  for (const [text, key, message] of wrong) {
    it(`says what is wrong with ${text || 'nothing'}`, async () => {
      for (const origin of [{url: 'http://cloud/v1/things?x=y'}, {url: 'http://cloud/v1/things?x=y', ...small(text)}]) {
        const error = await failureFrom(read(text, key, 3, origin))
        assert.ok(error instanceof ConnectionError, String(error))
        assert.match(error.message, message)
        assert.match(error.message, /^The response of http:\/\/cloud\/v1\/things /)
      }
    })
  }

  it('gives each element as it arrives', async () => {
    const server = await served({
      '/': {body: `{"things":[${Array(4).fill('{"a":123456}').join(',')}]}`, drip: {bytes: 13, every: 30}},
    })
    const page = elements((await get(server.url)).stream(), 'things')
    const start = performance.now()
    await page.next()
    await page.next()
    const second = performance.now() - start
    while (!(await page.next()).done);
    assert.ok(performance.now() - start > second + 40)
  })

  it('gives what came before a connection broke, then the ConnectionError', async () => {
    const server = await served({'/': {body: '{"things":[{"a":1},{"a":2},{"a":3}]}', drop: 25}})
    const page = elements((await get(server.url)).stream(), 'things')
    assert.deepEqual((await page.next()).value, [{a: 1}])
    const error = await failureFrom((async () => [await page.next(), await page.next()])())
    assert.ok(error instanceof ConnectionError)
    assert.equal(error.code, 'ECONNRESET')
  })

  it('ends the connection when the rest is not read', async () => {
    const body = JSON.stringify({things: Array(50_000).fill({id: 'x'.repeat(100)})})
    const server = await served({'/': {body}})
    const stream = (await get(server.url)).stream()
    for await (const [first] of elements(stream, 'things')) {
      assert.equal(first?.id, 'x'.repeat(100))
      break
    }
    assert.ok(stream.destroyed)
  })

  it('needs no more memory for 100,000 rows than for some', async () => {
    const row = JSON.stringify({id: 'x'.repeat(36), name: 'a name', status: 'ACTIVE', tags: ['a', 'b']})
    async function* body() {
      yield Buffer.from('{"things": [')
      for (let i = 0; i < 1000; i += 1) yield Buffer.from(`${i === 0 ? '' : ','}${Array(100).fill(row).join(',')}`)
      yield Buffer.from(']}')
    }
    let rows = 0
    let heap = 0
    // What is held, not what nobody has cleared away yet: that depends on the tests before this one.
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const held = () => {
      collect()
      return process.memoryUsage().heapUsed
    }
    const start = held()
    let batches = 0
    for await (const batch of elements(Readable.from(body(), {objectMode: false}), 'things')) {
      rows += batch.length
      batches += 1
      if (batches % 200 === 0) heap = Math.max(heap, held() - start)
    }
    assert.ok(batches > 1000 && batches < 5000, `${batches} batches`)
    assert.equal(rows, 100_000)
    // All rows together are 11 MB of text and far more as objects.
    assert.ok(heap < 40_000_000, `${heap}`)
  })
})
