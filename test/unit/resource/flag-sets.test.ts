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
    const asked: number[] = []
    await Array.fromAsync(firstOf(five(asked), 2))
    assert.deepEqual(asked, [1, 2])
  })
})

async function* five(asked: number[] = []) {
  for (const number of [1, 2, 3, 4, 5]) {
    asked.push(number)
    yield number
  }
}
