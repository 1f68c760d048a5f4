import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {findCycles} from '#model/cycles'

const place = {file: 'main.yaml', line: 1, column: 1}

describe('the search for cycles', () => {
  // A template of less than 1 MiB can have such a chain.
  it('follows a chain of 20,000 items', () => {
    const found: (readonly number[])[] = []
    const items = Array.from({length: 20_000}, (_, index) => index)
    const linksOf = (item: number) => [{to: Math.min(item + 1, 19_999), place}]
    findCycles(items, linksOf, (_, cycle) => found.push(cycle))
    assert.deepEqual(found, [[19_999, 19_999]])
  })
})
