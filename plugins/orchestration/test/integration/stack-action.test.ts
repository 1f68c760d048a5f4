import assert from 'node:assert/strict'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'
import {makeStack, reached, stackNames, stackRecord, statusOf} from './support/stacks.ts'

describe('actions on stacks', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const fresh = stackNames()
  const [one, other] = [fresh('one'), fresh('other')]
  const missing = uniqueName('missing')

  before(() => Promise.all([makeStack(one), makeStack(other)]).then(() => {}))

  for (const [verb, status] of [
    ['check', 'CHECK_COMPLETE'],
    ['suspend', 'SUSPEND_COMPLETE'],
    ['resume', 'RESUME_COMPLETE'],
  ] as const) {
    it(`${verb}: several, waits, prints the events and lists the results`, async () => {
      const {status: exit, stdout, stderr} = await osc('stack', verb, '--wait', one, other, '-f', 'json')
      assert.equal(exit, 0, stderr)
      const rows = JSON.parse(stdout) as Record<string, string>[]
      assert.deepEqual(
        rows.map((row) => [row['Stack Name'], row['Stack Status']]),
        [
          [one, status],
          [other, status],
        ],
      )
      for (const stack of [one, other]) {
        assert.match(stderr, new RegExp(`\\[${stack}\\]: ${status}`))
        assert.equal(await statusOf(stack), status)
      }
    })
  }

  it('reports each failure', async () => {
    const stderr = await fails(1, osc('stack', 'check', '--wait', missing, one))
    assert.match(stderr, new RegExp(`${missing}: .*could not be found`))
    assert.match(stderr, /1 of 2 failed/)
    assert.equal(await statusOf(one), 'CHECK_COMPLETE')
  })

  for (const verb of ['check', 'suspend', 'resume', 'cancel']) {
    it(`${verb}: a missing stack exits with 4, no stack with 2, another project's with 4`, async () => {
      assert.match(await fails(4, osc('stack', verb, missing)), /could not be found/)
      assert.match(await fails(2, osc('stack', verb)), /stack/)
      await fails(4, plain('stack', verb, one))
    })
  }

  describe('in progress', () => {
    const busy = fresh('busy')

    before(() => makeStack(busy).then(() => {}))

    it('cannot be cancelled when no action is running', async () => {
      assert.match(await fails(5, osc('stack', 'cancel', busy)), /cannot be cancelled in state CREATE_COMPLETE/)
    })

    it('conflicts with another action', async () => {
      await ok(osc('stack', 'update', '--existing', '--parameter', 'wait=8', '--parameter', 'text=slow', busy))
      assert.match(await fails(5, osc('stack', 'snapshot', 'create', busy)), /in progress|already has an action/i)
    })

    it('is cancelled and rolled back', async () => {
      const {status, stdout, stderr} = await osc('stack', 'cancel', '--wait', busy, '-f', 'json')
      assert.equal(status, 0, stderr)
      assert.equal(JSON.parse(stdout)[0]['Stack Status'], 'ROLLBACK_COMPLETE')
      assert.match(stderr, /ROLLBACK_COMPLETE/)
      assert.equal(((await stackRecord(busy)).outputs as {output_value: unknown}[])[0]?.output_value !== 'slow', true)
    })

    it('is cancelled and stays with --no-rollback, a creation too', async () => {
      const made = fresh('made')
      await makeStack(made, {parameters: {wait: 8}, until: 'CREATE_IN_PROGRESS'})
      assert.match(await fails(5, osc('stack', 'cancel', made)), /CREATE_IN_PROGRESS/)
      await ok(osc('stack', 'cancel', '--no-rollback', made))
      await reached(made, 'CREATE_FAILED')
    })
  })
})
