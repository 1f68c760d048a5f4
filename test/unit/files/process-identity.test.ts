import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {isRunning, processIdentity} from '#files/process-identity'

describe('the identity of a process', () => {
  it('is that of one process only', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'])
    const identity = processIdentity(child.pid ?? 0)
    assert.ok(identity)
    assert.ok(isRunning(identity))
    assert.ok(!isRunning({...identity, started: 'earlier'}))
    const own = processIdentity(process.pid)
    assert.notEqual(own?.started, undefined)
    child.kill('SIGKILL')
    await once(child, 'exit')
    assert.ok(!isRunning(identity))
  })

  for (const pid of [0, -1, 1.5, Number.NaN, 2 ** 30])
    it(`is unknown for ${pid}`, () => {
      assert.equal(processIdentity(pid), undefined)
      assert.ok(!isRunning({pid, started: ''}))
    })
})
