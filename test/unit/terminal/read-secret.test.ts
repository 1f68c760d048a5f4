import assert from 'node:assert/strict'
import {PassThrough} from 'node:stream'
import {describe, it} from 'mocha'
import {InterruptedError, UsageError} from '#errors'
import {readSecret} from '#terminal/read-secret'

/** A terminal at which somebody types; `shown` is what it says. */
function terminalWith(...typed: (string | Uint8Array)[]) {
  const raw: boolean[] = []
  const shown: string[] = []
  const stdin = Object.assign(new PassThrough(), {isTTY: true, setRawMode: (on: boolean) => raw.push(on)})
  for (const text of typed) stdin.write(text)
  const stderr = {
    isTTY: true,
    width: 80,
    write: async (text: string) => {
      shown.push(text)
    },
  }
  return {stdin: () => stdin, stderr, raw, shown, signal: new AbortController().signal}
}

describe('readSecret', () => {
  const cases: [string, string, string][] = [
    ['a line', 'secret\r', 'secret'],
    ['a line of a pasting program', 'secret\n', 'secret'],
    ['nothing', '\r', ''],
    ['corrections', 'secrat\x7f\x7fet\r', 'secret'],
    ['corrections of wide characters', 'pä\x7fäß€\x7f\r', 'päß'],
    ['corrections of nothing', '\x7f\x7fa\r', 'a'],
    ['a new start', 'wrong\x15secret\r', 'secret'],
  ]
  for (const [what, typed, expected] of cases) {
    it(`takes ${what}`, async () => assert.equal(await readSecret(terminalWith(typed), 'Password:'), expected))
  }

  it('takes a character that arrives in two parts', async () => {
    assert.equal(await readSecret(terminalWith(Buffer.from([0xc3]), Buffer.from([0xa4, 13])), 'Password:'), 'ä')
  })

  it('leaves what is pasted after the line to the next question', async () => {
    const terminal = terminalWith('one\rtwo\r')
    assert.equal(await readSecret(terminal, 'First:'), 'one')
    assert.equal(await readSecret(terminal, 'Second:'), 'two')
  })

  it('shows the prompt, never what is typed, and leaves the terminal as it was', async () => {
    const terminal = terminalWith('secret\r')
    await readSecret(terminal, 'Password:')
    assert.deepEqual(terminal.shown, ['Password:', '\n'])
    assert.deepEqual(terminal.raw, [true, false])
  })

  for (const [key, typed] of [
    ['Ctrl-C', 'sec\x03'],
    ['Ctrl-D', 'sec\x04'],
  ] as const) {
    it(`ends with ${key}`, async () => {
      const terminal = terminalWith(typed)
      await assert.rejects(readSecret(terminal, 'Password:'), InterruptedError)
      assert.deepEqual(terminal.raw, [true, false])
    })
  }

  for (const early of [true, false]) {
    it(`ends with the process, ${early ? 'before' : 'after'} it asks`, async () => {
      const terminal = terminalWith('sec')
      const stop = new AbortController()
      if (early) stop.abort(new InterruptedError())
      const answer = readSecret({...terminal, signal: stop.signal}, 'Password:')
      setImmediate(() => stop.abort(new InterruptedError()))
      await assert.rejects(answer, InterruptedError)
      assert.deepEqual(terminal.raw, [true, false])
    })
  }

  it('reports that it is not on a terminal', async () => {
    const {stderr, signal} = terminalWith()
    await assert.rejects(
      readSecret({stdin: () => new PassThrough(), stderr, signal}, 'Password:'),
      (error) => error instanceof UsageError && /Password/.test(error.message),
    )
  })
})
