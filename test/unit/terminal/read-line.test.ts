import assert from 'node:assert/strict'
import {PassThrough} from 'node:stream'
import {InterruptedError} from '#errors'
import {readLine} from '#terminal/read-line'

const typed = (...chunks: (string | Uint8Array)[]) => {
  const input = new PassThrough()
  for (const chunk of chunks) input.write(chunk)
  return input
}
const {signal} = new AbortController()

describe('a line that somebody types as an answer', () => {
  const cases: [string, (string | Uint8Array)[], string[]][] = [
    ['ends with a newline', ['y\n'], ['y']],
    ['ends as the Enter key does', ['y\rregion list\r'], ['y', 'region list']],
    ['leaves what is pasted behind it', ['y\nregion list\nexit\n'], ['y', 'region list', 'exit']],
    ['of another system ends once', ['y\r\nn\r\n'], ['y', 'n']],
    ['comes in pieces', ['re', 'gion', ' list\nex', 'it\n'], ['region list', 'exit']],
    ['may be cut inside a character', [Buffer.from([0xc3]), Buffer.from([0xa4, 10])], ['ä']],
    ['may be empty', ['\n\n'], ['', '']],
  ]
  for (const [what, chunks, expected] of cases)
    it(what, async () => {
      const input = typed(...chunks)
      for (const line of expected) assert.equal(await readLine(input, signal), line)
    })

  it('is what is there where the input ends, and then none', async () => {
    const input = typed('ye')
    input.end()
    assert.equal(await readLine(input, signal), 'ye')
    const nothing = typed()
    nothing.end()
    assert.equal(await readLine(nothing, signal), undefined)
  })

  it('is not awaited after Ctrl-C, and no listener is left', async () => {
    const stop = new AbortController()
    const input = typed('half')
    const line = readLine(input, stop.signal)
    setImmediate(() => stop.abort(new InterruptedError()))
    await assert.rejects(line, InterruptedError)
    assert.deepEqual([input.listenerCount('data'), input.isPaused()], [0, true])
    await assert.rejects(readLine(typed('y\n'), stop.signal), InterruptedError)
  })

  it('fails as its input does', async () => {
    const input = typed()
    setImmediate(() => input.destroy(new Error('gone')))
    await assert.rejects(readLine(input, signal), /gone/)
  })
})
