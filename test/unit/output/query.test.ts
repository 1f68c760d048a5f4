import assert from 'node:assert/strict'
import {UsageError} from '#errors'
import type {Json} from '#json'
import {writeList} from '#output/list'
import {writeShow} from '#output/show'
import type {Sink} from '#output/types'

const DATA = {
  columns: ['Name', 'Display Name', 'Size'],
  rows: [['a', 'One', 1] as Json[], ['b', 'Two\u001b', 2] as Json[]],
}

async function list(query: string, flags: Record<string, unknown> = {}, isTTY = false): Promise<string> {
  const chunks: string[] = []
  const sink: Sink = {isTTY, width: undefined, write: async (chunk) => void chunks.push(String(chunk))}
  await writeList(DATA, {query, ...flags}, sink)
  return chunks.join('')
}

describe('--query', () => {
  const cases: [string, Record<string, unknown>, string][] = [
    ['[].Name', {}, '[\n  "a",\n  "b"\n]\n'],
    ['[].Name', {format: 'table', noindent: true}, '["a", "b"]\n'],
    ['[].Name', {format: 'value'}, 'a\nb\n'],
    ['[].[Name, Size]', {format: 'value'}, 'a 1\nb 2\n'],
    ['[].{n: Name}', {format: 'value'}, '{"n": "a"}\n{"n": "b"}\n'],
    ['[?Size > `1`].Name | [0]', {format: 'value'}, 'b\n'],
    ['[0].Name', {format: 'yaml'}, 'a\n...\n'],
    ['length(@)', {}, '2\n'],
    ['[].Name', {format: 'value', 'sort-column': ['Size'], 'sort-descending': true}, 'b\na\n'],
    ['[0]', {column: ['Name'], noindent: true}, '{"Name": "a"}\n'],
    ['nothing', {}, 'null\n'],
    ['[0].constructor', {}, 'null\n'],
    ['[?toString].Name', {noindent: true}, '[]\n'],
    ['[?@] | length(@)', {}, '2\n'],
    ['[0].__proto__', {}, 'null\n'],
  ]
  for (const [query, flags, text] of cases)
    it(`${query} with ${JSON.stringify(flags)} prints ${JSON.stringify(text)}`, async () => {
      assert.equal(await list(query, flags), text)
    })

  it('selects from one record', async () => {
    const chunks: string[] = []
    const sink: Sink = {isTTY: false, width: undefined, write: async (chunk) => void chunks.push(String(chunk))}
    await writeShow({names: ['id', 'tags'], values: ['1', ['x', 'y']]}, {query: 'tags[1]', format: 'value'}, sink)
    assert.equal(chunks.join(''), 'y\n')
  })

  it('names what is wrong with an expression', async () => {
    await assert.rejects(list('[].'), (error) => error instanceof UsageError && /'\[\]\.' failed: /.test(error.message))
    await assert.rejects(list('sum(@)'), UsageError)
  })

  it('is refused for formats without structure', async () => {
    await assert.rejects(list('[].Name', {format: 'csv'}), /--query does not apply to -f csv/)
  })

  it('cannot drive a terminal', async () => {
    assert.equal(await list('[1].[*][0][1]', {format: 'value'}, true), 'Two\ufffd\n')
    assert.equal(await list('[1]."Display Name"', {}, true), '"Two\\u001b"\n')
  })
})
