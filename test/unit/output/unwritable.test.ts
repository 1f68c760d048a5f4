import assert from 'node:assert/strict'
import {existsSync} from 'node:fs'
import {runShell} from '../../support/run.ts'

describe('output that cannot be written', () => {
  before(function () {
    if (!existsSync('/dev/full')) this.skip()
  })

  const results: [string, string][] = [
    ['a list', 'command list'],
    ['a list as yaml', 'command list -f yaml'],
    ['rows as they come', 'command list -f value'],
    ['a page of help', 'help auth'],
    ['the version', '--version'],
  ]
  for (const [what, line] of results) {
    it(`${what} on a full disk fails with what to do`, async () => {
      const {status, stderr} = await runShell(`osc ${line} > /dev/full`)
      assert.equal(status, 1, stderr)
      assert.match(stderr, /^The output cannot be written: no space left on the device\.\nFree some space/)
      assert.doesNotMatch(stderr, /bug in osc| {4}at /)
    })
  }

  it('says so to programs', async () => {
    const {status, stderr} = await runShell('osc command list -f json > /dev/full', {env: {OSC_ERRORS: 'json'}})
    assert.equal(status, 1)
    assert.equal(JSON.parse(stderr).code, 'Output')
  })

  it('fails when both streams are full', async () => {
    assert.equal((await runShell('osc command list > /dev/full 2>&1')).status, 1)
  })

  it('is the result where only stderr is full or has no reader', async () => {
    const whole = await runShell('osc command list -f value')
    assert.equal(whole.status, 0)
    for (const place of ['2> /dev/full', '2> >(exec 0<&-; sleep 1)']) {
      const {status, stdout} = await runShell(`osc comm li -f value ${place}`)
      assert.deepEqual([status, stdout], [0, whole.stdout], place)
    }
  })
})
