import assert from 'node:assert/strict'
import {PassThrough} from 'node:stream'
import {InterruptedError} from '#errors'
import {ask} from '#terminal/ask'

/** A terminal at which somebody types; `shown` is what it says. */
function terminalWith(...typed: (string | Uint8Array)[]) {
  const raw: boolean[] = []
  const shown: string[] = []
  const stdin = Object.assign(new PassThrough(), {isTTY: true, setRawMode: (on: boolean) => raw.push(on)})
  for (const text of typed) stdin.write(text)
  const write = async (text: string) => {
    shown.push(text)
  }
  const {signal} = new AbortController()
  return {stdin: () => stdin, stderr: {isTTY: true, width: 80, write}, signal, raw, shown}
}

describe('a question at the terminal', () => {
  const cases: [string, (string | Uint8Array)[], string | undefined, string][] = [
    ['shows the answer', ['yes\r'], 'yes', 'Sure? yes\n'],
    ['shows what is typed piece by piece', ['y', 'es', '\r'], 'yes', 'Sure? yes\n'],
    ['takes a wide character back by its width', ['日', '\x7f', 'n\r'], 'n', 'Sure? 日\b \b\b \bn\n'],
    ['shows no character that drives a terminal', ['\x1b[2J\r'], '\x1b[2J', 'Sure? \ufffd[2J\n'],
    ['has no answer with Ctrl-D', ['\x04'], undefined, 'Sure? \n'],
  ]
  for (const [what, typed, answer, shows] of cases)
    it(what, async () => {
      const terminal = terminalWith(...typed)
      assert.equal(await ask('Sure? ', terminal), answer)
      assert.equal(terminal.shown.join(''), shows)
      assert.deepEqual(terminal.raw, [true, false])
    })

  it('leaves what is pasted after the answer to the next question', async () => {
    const terminal = terminalWith('y\rname\r')
    assert.deepEqual([await ask('Sure? ', terminal), await ask('Which? ', terminal)], ['y', 'name'])
  })

  it('is left with Ctrl-C, and when the command is to end', async () => {
    await assert.rejects(ask('Sure? ', terminalWith('ye\x03')), InterruptedError)
    const stop = new AbortController()
    const terminal = {...terminalWith('ye'), signal: stop.signal}
    setImmediate(() => stop.abort(new InterruptedError()))
    await assert.rejects(ask('Sure? ', terminal), InterruptedError)
    assert.deepEqual([terminal.raw, terminal.stdin().listenerCount('data')], [[true, false], 0])
  })
})
