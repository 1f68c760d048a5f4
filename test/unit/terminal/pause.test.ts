import assert from 'node:assert/strict'
import {setTimeout} from 'node:timers/promises'
import {LONGEST_TIMER, pause} from '#terminal/pause'

describe('a pause', () => {
  const {signal} = new AbortController()

  it('longer than a timer can wait does not end at once', async () => {
    const stop = new AbortController()
    const waiting = pause(LONGEST_TIMER / 1000 + 10, stop.signal).then(() => 'ended')
    assert.equal(await Promise.race([waiting, setTimeout(50, 'waiting')]), 'waiting')
    stop.abort(new Error('stopped'))
    await assert.rejects(waiting, /stopped/)
  })

  it('of no or negative time ends at once', async () => {
    await pause(0, signal)
    await pause(-1, signal)
  })

  it('ends with the reason of its signal', async () => {
    const stop = new AbortController()
    const waiting = pause(3600, stop.signal)
    stop.abort(new Error('stopped'))
    await assert.rejects(waiting, /stopped/)
  })
})
