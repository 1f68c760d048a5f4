import assert from 'node:assert/strict'
import {createClock} from '#server/clock'

const HOUR = 3600

describe('the clock of the sandbox', () => {
  it('does what is due in order, and passes the time when it was due', () => {
    const clock = createClock()
    const start = clock.now().getTime()
    const done: [string, number][] = []
    const note = (name: string) => done.push([name, Math.round((clock.now().getTime() - start) / 1000 / HOUR)])
    clock.after(2 * HOUR * 1000, () => {
      note('second')
      clock.after(HOUR * 1000, () => note('third'))
    })
    clock.after(HOUR * 1000, () => note('first'))
    clock.after(9 * HOUR * 1000, () => note('never'))
    const cancel = clock.after(HOUR * 1000, () => note('cancelled'))
    cancel()
    clock.advance(4 * HOUR)
    clock.clear()
    clock.advance(9 * HOUR)
    assert.deepEqual(done, [
      ['first', 1],
      ['second', 2],
      ['third', 3],
    ])
  })

  it('does what is due by itself, at once when it was advanced', async () => {
    const clock = createClock()
    await new Promise<void>((resolve) => void clock.after(1, resolve))
    const later = new Promise<void>((resolve) => void clock.after(HOUR * 1000, resolve))
    clock.advance(HOUR - 0.001)
    await later
  })

  it('waits longer than a timer of Node can', async () => {
    const clock = createClock()
    let isDone = false
    clock.after(2 ** 31 + 1000, () => {
      isDone = true
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    assert.equal(isDone, false)
    clock.clear()
  })
})
