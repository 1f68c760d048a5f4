import assert from 'node:assert/strict'
import {manyAtOnce} from '../../../src/plan/container.ts'

describe('work on many items', () => {
  it('ends after a failure, when nothing runs any more', async () => {
    const items = Array.from({length: 40}, (_, index) => index)
    let [begun, ended] = [0, 0]
    const work = async (item: number) => {
      begun += 1
      await new Promise<void>((resolve) => setImmediate(resolve))
      ended += 1
      if (item === 0) throw new Error('Refused.')
    }
    await assert.rejects(manyAtOnce(items, work), {message: 'Refused.'})
    assert.equal(ended, begun)
    assert.ok(begun < items.length)
  })
})
