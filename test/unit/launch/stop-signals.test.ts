import assert from 'node:assert/strict'
import {runProgram} from '../../support/run.ts'

const LISTEN = `const {listenForStop} = await import('#stop-signals')
  listenForStop()
  setInterval(() => {}, 1000)`

/** How a process ends that heeds no signal: it gets those of `steps`, each some milliseconds after the one before. */
async function end(steps: readonly [NodeJS.Signals, number][], env: Record<string, string> = {}) {
  const script = `${LISTEN}
    console.log('ready')`
  const argv = ['--conditions=@osc/source', '--no-warnings', '--input-type=module', '--eval', script]
  return await runProgram([process.execPath, ...argv], {
    cwd: import.meta.dirname,
    env,
    started: (child) =>
      void child.stdout?.once('data', async () => {
        for (const [signal, after] of steps) {
          await new Promise((resolve) => setTimeout(resolve, after))
          child.kill(signal)
        }
      }),
  })
}

describe('a process that does not end by itself', () => {
  it('is ended some seconds after the first signal', async () => {
    const {signal} = await end([['SIGTERM', 0]])
    assert.equal(signal, 'SIGTERM')
  })

  it('is ended at once by the second one', async () => {
    const {signal} = await end([
      ['SIGTERM', 0],
      ['SIGINT', 400],
    ])
    assert.equal(signal, 'SIGINT')
  })

  it('takes a signal that arrives twice for one', async () => {
    const {signal} = await end([
      ['SIGTERM', 0],
      ['SIGINT', 20],
    ])
    assert.equal(signal, 'SIGTERM')
  })

  it('continues after a log-out when nohup started it', async () => {
    const kept = await end(
      [
        ['SIGHUP', 0],
        ['SIGTERM', 300],
      ],
      {_: '/usr/bin/nohup'},
    )
    assert.equal(kept.signal, 'SIGTERM')
    const ended = await end([['SIGHUP', 0]])
    assert.equal(ended.signal, 'SIGHUP')
  })
})
