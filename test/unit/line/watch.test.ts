import assert from 'node:assert/strict'
import {ConnectionError, InterruptedError, UsageError} from '#errors'
import {type Ran, watched} from '#line/watch'
import type {Runtime} from '#runtime'

/** A terminal of 5 lines where the third pause is interrupted. */
function terminal() {
  const screens: string[] = []
  let pauses = 0
  const clock = {
    now: () => 0,
    pause: async () => {
      pauses += 1
      if (pauses === 3) throw new InterruptedError()
    },
  }
  const stdout = {isTTY: true, width: 40, height: 5, write: async (text: string) => void screens.push(text)}
  const runtime = {stdout, clock, signal: new AbortController().signal} as unknown as Runtime
  return {runtime, screens}
}

const printing =
  (...pages: (string | Error)[]) =>
  async ({stdout}: Runtime): Promise<Ran> => {
    const page = pages.shift() ?? ''
    if (page instanceof Error) throw page
    await stdout.write(page)
    return {status: 0, seconds: 2}
  }

describe('a watched command', () => {
  it('replaces what it showed before, until it is interrupted', async () => {
    const {runtime, screens} = terminal()
    await assert.rejects(watched('osc x list', runtime, printing('one\n', 'two\n', 'three\n')), InterruptedError)
    assert.equal(screens.length, 3)
    assert.match(screens[1] ?? '', /^\x1b\[H\x1b\[2J\x1b\[3JEvery 2 s: osc x list \(\d\d:\d\d:\d\d\)\n\ntwo\n$/)
  })

  it('keeps what it has in an outage, and says so', async () => {
    const {runtime, screens} = terminal()
    const outage = new ConnectionError('It is down.', {code: 'ECONNREFUSED'})
    await assert.rejects(watched('osc x', runtime, printing('one\n', outage, 'three\n')), InterruptedError)
    assert.match(screens[1] ?? '', /outdated: I\n\none\n$/)
  })

  it('ends with a failure that is not an outage', async () => {
    const {runtime, screens} = terminal()
    await assert.rejects(watched('osc x', runtime, printing('one\n', new UsageError('No.'))), UsageError)
    assert.equal(screens.length, 1)
  })

  it('ends where the first attempt fails', async () => {
    const {runtime} = terminal()
    await assert.rejects(watched('osc x', runtime, printing(new ConnectionError('down'))), ConnectionError)
  })

  it('shows what fits on the terminal', async () => {
    const {runtime, screens} = terminal()
    await assert.rejects(watched('osc x', runtime, printing('1\n2\n3\n4\n5\n', '', '')), InterruptedError)
    assert.match(screens[0] ?? '', /\n\n1\n\.\.\. 4 more lines\n$/)
  })

  it('counts the rows that long lines take', async () => {
    const {runtime, screens} = terminal()
    await assert.rejects(watched('osc x', runtime, printing(`${'x'.repeat(200)}\n2\n`, '', '')), InterruptedError)
    assert.match(screens[0] ?? '', /\n\n\.\.\. 2 more lines\n$/)
  })

  it('passes on a command that has no such option', async () => {
    const {runtime, screens} = terminal()
    const run = async ({stdout}: Runtime): Promise<Ran> => {
      await stdout.write('whole\n')
      return {status: 3}
    }
    assert.deepEqual(await watched('osc x', runtime, run), {status: 3})
    assert.deepEqual(screens, ['whole\n'])
  })
})
