import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {checkStop} from '#output/check-stop'

describe('a stop during a computation', () => {
  it('is noticed before anything is written', async function () {
    if (process.platform === 'win32') this.skip()
    const stop = new AbortController()
    process.once('SIGUSR2', () => stop.abort(new Error('stopped')))
    const runtime = {signal: stop.signal} as Parameters<typeof checkStop>[0]['runtime']
    await checkStop({runtime})
    // The signal arrives while this process computes, as Ctrl-C during the translation of a large template.
    process.kill(process.pid, 'SIGUSR2')
    await assert.rejects(checkStop({runtime}), /stopped/)
  })
})
