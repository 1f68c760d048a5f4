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

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
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

  // The last `true` keeps the shell from replacing itself with the program. `script` gives the program a terminal as input.
  const IGNORING: Record<string, string> = {
    "trap '' HUP in its shell": `trap '' HUP; "$@"; true`,
    'nohup at a terminal': `script -qfec 'env A=b nohup "$NODE" --input-type=module --eval "$CODE" | cat' /dev/null`,
  }
  for (const [how, line] of Object.entries(IGNORING))
    it(`continues after a log-out when it was started by ${how}`, async function () {
      if (process.platform !== 'linux') this.skip()
      const code = `${LISTEN}
        console.log('pid ' + process.pid)`
      const argv = ['--input-type=module', '--eval', code]
      const signals: NodeJS.Signals[] = []
      const {stdout} = await runProgram(['bash', '-c', line, 'bash', process.execPath, ...argv], {
        cwd: import.meta.dirname,
        env: {NODE_OPTIONS: '--conditions=@osc/source --no-warnings', NODE: process.execPath, CODE: code, _: ''},
        started: (child) =>
          void child.stdout?.on('data', async (chunk) => {
            const [, pid] = /pid (\d+)/.exec(String(chunk)) ?? []
            if (pid === undefined) return
            for (const signal of ['SIGHUP', 'SIGTERM'] as const) {
              if (isThere(Number(pid))) signals.push(signal)
              process.kill(Number(pid), signal)
              await new Promise((resolve) => setTimeout(resolve, 3000))
            }
          }),
      })
      assert.match(stdout, /pid/)
      assert.deepEqual(signals, ['SIGHUP', 'SIGTERM'])
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
