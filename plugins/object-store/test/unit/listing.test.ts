import assert from 'node:assert/strict'
import type {ApiResponse, Json} from '@osc-cli/core'
import {describe, it} from 'mocha'
import {nameOf, pages} from '../../src/listing.ts'

const answer = (body: Json, status = 200) => ({status, headers: {}, json: async () => body}) as unknown as ApiResponse

const names = async (...bodies: Json[]): Promise<string[]> => {
  const left = [...bodies]
  const rows = await Array.fromAsync(pages(async () => answer(left.shift() ?? []), {}, true))
  return rows.map(nameOf)
}

describe('the list of a container', () => {
  it('is read page by page', async () => {
    assert.deepEqual(await names([{name: 'a'}, {name: 'b'}], [{subdir: 'c/'}]), ['a', 'b', 'c/'])
  })

  it('may be an empty answer', async () => {
    const rows = await Array.fromAsync(pages(async () => answer(null, 204), {}, true))
    assert.deepEqual(rows, [])
  })

  for (const body of [{}, 1, 'text', {objects: []}])
    it(`is not ${JSON.stringify(body)}`, async () => {
      await assert.rejects(names(body), /does not contain a list/)
    })

  it('ends when the service ignores the marker', async () => {
    await assert.rejects(names([{name: 'a'}], [{name: 'a'}]), /repeats the page before 'a'/)
    await assert.rejects(names([{name: 'a'}], [{name: 'b'}], [{name: 'a'}]), /repeats the page before 'a'/)
  })
})
