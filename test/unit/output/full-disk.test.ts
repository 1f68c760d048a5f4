import assert from 'node:assert/strict'
import {existsSync} from 'node:fs'
import {describe, it} from 'mocha'
import {runShell} from '../../support/run.ts'

describe('output to a disk that is full', () => {
  const lines = ['--version', 'help auth', '--help --all', 'command list', 'command list -f csv', 'module list -f yaml']
  for (const line of lines)
    it(`osc ${line}: said on stderr, and the status is 1`, async function () {
      if (!existsSync('/dev/full')) this.skip()
      const {status, stderr} = await runShell(`osc ${line} >/dev/full`)
      assert.equal(stderr, 'The output cannot be written: no space is left.\n')
      assert.equal(status, 1)
    })

  it('is nothing that stderr can be told about stderr', async function () {
    if (!existsSync('/dev/full')) this.skip()
    const {status, stdout} = await runShell('osc regoin list 2>/dev/full')
    assert.deepEqual({status, stdout}, {status: 127, stdout: ''})
  })
})
