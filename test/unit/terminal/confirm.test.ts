import assert from 'node:assert/strict'
import {PassThrough} from 'node:stream'
import {confirm} from '#terminal/confirm'

describe('a question on a terminal', () => {
  const requested = (stop: AbortController) => {
    const stdin = Object.assign(new PassThrough(), {isTTY: true})
    const stderr = {isTTY: true, width: 80, write: async () => {}}
    return {stdin, answer: confirm('Delete it?', {stdin: () => stdin, stderr, env: {}, signal: stop.signal})}
  }

  for (const [typed, yes] of [
    ['y\n', true],
    ['no\n', false],
    ['\n', false],
  ] as const) {
    it(`takes ${JSON.stringify(typed)} as ${yes ? 'yes' : 'no'}`, async () => {
      const {stdin, answer} = requested(new AbortController())
      stdin.write(typed)
      assert.equal(await answer, yes)
    })
  }

  it('ends with the process, without waiting for an answer', async () => {
    const stop = new AbortController()
    const {answer} = requested(stop)
    setTimeout(() => stop.abort(new Error('Interrupted.')), 20)
    await assert.rejects(answer, /Interrupted/)
  }).timeout(5000)
})
