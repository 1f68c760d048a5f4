import assert from 'node:assert/strict'
import type {Row} from '#rows/columns'
import {firstRow} from '#rows/first-row'
import {sortRows} from '#rows/sort'

async function* rows(list: readonly Row[]) {
  yield* list
}

const collect = async (source: AsyncIterable<Row>, key: string) =>
  (await Array.fromAsync(source)).map((row) => row[key])

describe('sorting by --sort', () => {
  const data = [
    {n: 10, s: 'b'},
    {n: 9, s: 'b'},
    {n: null, s: 'a'},
    {n: 2, s: 'é'},
  ]
  const cases: [string, string, unknown[]][] = [
    ['n', 'n', [null, 2, 9, 10]],
    ['n:desc', 'n', [10, 9, 2, null]],
    ['s,n:desc', 'n', [null, 10, 9, 2]],
    ['S:asc', 's', ['a', 'b', 'b', 'é']],
  ]
  for (const [sort, key, expected] of cases) {
    it(sort, async () => assert.deepEqual(await collect(sortRows(rows(data), sort), key), expected))
  }
  for (const wrong of ['n:up', ':asc', 'n:asc:desc']) {
    it(`refuses ${wrong}`, () => assert.throws(() => sortRows(rows(data), wrong), /Sort key/))
  }
  it('refuses a key that no row has, and names those that there are', async () => {
    const sorted = sortRows(rows(data), 's,nope')
    await assert.rejects(collect(sorted, 'n'), {
      message: "Cannot sort by 'nope': the field does not exist.",
      hint: 'Available fields: n, s.',
    })
    assert.deepEqual(await collect(sortRows(rows([]), 'nope'), 'n'), [])
  })
})

describe('the first row', () => {
  it('loses none', async () => {
    const {first, rows: all} = await firstRow(rows([{n: 1}, {n: 2}]))
    assert.deepEqual([first, await collect(all, 'n')], [{n: 1}, [1, 2]])
  })
  it('of nothing is nothing', async () => {
    const {first, rows: all} = await firstRow(rows([]))
    assert.deepEqual([first, await collect(all, 'n')], [undefined, []])
  })
})
