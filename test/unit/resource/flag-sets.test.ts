import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {firstOf} from '#resource/flag-sets'

describe('firstOf', () => {
  for (const [count, expected] of [
    [undefined, 5],
    [0, 5],
    [3, 3],
    [9, 5],
  ] as const) {
    it(`${count} of five`, async () => {
      assert.equal((await Array.fromAsync(firstOf(five(), count))).length, expected)
    })
  }

  it('asks for no more than it gives', async () => {
    const requested: number[] = []
    await Array.fromAsync(firstOf(five(requested), 2))
    assert.deepEqual(requested, [1, 2])
  })
})

async function* five(requested: number[] = []) {
  for (const number of [1, 2, 3, 4, 5]) {
    requested.push(number)
    yield number
  }
}
