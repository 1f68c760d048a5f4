import assert from 'node:assert/strict'
import {errorCodes} from '#error-codes'
import {fixedIndex} from '../../../support/fixed-core.ts'
import {makeFixedPlace} from '../../../support/fixed-place.ts'
import {oscPerSuite} from '../../../support/per-test.ts'

describe('osc why CODE', () => {
  // Other tests of the same process may have used other plugins since this file was loaded.
  before(() => void fixedIndex())
  const osc = oscPerSuite({}, makeFixedPlace)
  const json = async (code: string) => JSON.parse((await osc('why', code, '--json')).stdout)

  it('shows meaning, causes and next lines, those of plugins first', async () => {
    const {status, stdout, stderr} = await osc('why', 'Wait')
    assert.deepEqual([status, stderr], [0, ''])
    assert.match(stdout, /^Wait, exit code 6\nThe operation failed or timed out while osc waited for it\.\n/)
    assert.match(stdout, /Where {2}osc stack\n {2}Cause .*\n {2}Next {3}osc stack failures list --long NAME\n/)
    assert.doesNotMatch(stdout, /[{}]/)
  })

  const cases: [string, string, string[], number][] = [
    ['endpointnotfound', 'EndpointNotFound', [], 4],
    ['EAI_AGAIN', 'EAI_AGAIN', ['ENOTFOUND'], 1],
    ['http418', 'Http418', ['Http400'], 1],
    ['Http599', 'Http599', ['Http500', 'Http501', 'Http502', 'Http505'], 1],
  ]
  for (const [typed, code, also, exit] of cases) {
    it(`knows ${typed}`, async () => {
      const page = await json(typed)
      assert.deepEqual([page.code, page.also, page.exit_status], [code, also, exit])
      assert.ok(page.causes.length > 0)
    })
  }

  const unknown: [string, RegExp][] = [
    ['Wiat', /^'Wiat' is not an error code\.\nDid you mean Wait\?\n$/],
    ['no-such-thing', /\nList error codes with: osc help exit-codes\n$/],
  ]
  for (const [typed, expected] of unknown) {
    it(`says that ${typed} is not an error code`, async () => {
      const {status, stdout, stderr} = await osc('why', typed)
      assert.deepEqual([status, stdout], [4, ''])
      assert.match(stderr, expected)
    })
  }

  it('is where the list of codes sends people', async () => {
    const {stdout} = await osc('help', 'exit-codes')
    for (const {code} of errorCodes()) assert.ok(stdout.includes(code), code)
    assert.match(stdout, /osc why CODE/)
  })
})
