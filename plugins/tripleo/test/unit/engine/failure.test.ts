import assert from 'node:assert/strict'
import {OscError, WaitError} from '@osc-cli/core'
import {type Outcome, refuseFailure} from '../../../src/engine/follow.ts'

const outcome = (succeeded: boolean, message: string, status: string): Outcome => ({
  end: {succeeded, message, deploymentStatus: undefined},
  hasBegun: true,
  stack: {stack_status: status, stack_status_reason: 'of Heat'},
  parts: [],
})

describe('the failure of a run', () => {
  it('is none when it succeeded', () => refuseFailure(outcome(true, '', 'UPDATE_COMPLETE'), 'one'))

  it('names what was done', () => {
    assert.throws(
      () => refuseFailure(outcome(false, 'No access.', 'CREATE_COMPLETE'), 'one', 'id', 'deletion'),
      (error) => error instanceof OscError && error.message === 'The deletion of plan one failed: No access.',
    )
    assert.throws(
      () => refuseFailure(outcome(true, '', 'DELETE_FAILED'), 'one', undefined, 'deletion'),
      /^OscError: The deletion of plan one failed: of Heat$/,
    )
  })

  it('is a timeout when it took too long, and Heat continues', () =>
    assert.throws(
      () => refuseFailure(outcome(false, 'The deployment timed out.', 'UPDATE_IN_PROGRESS'), 'one'),
      (error) =>
        error instanceof WaitError &&
        error.exitCode === 6 &&
        error.message === 'The deployment of plan one timed out, and Heat continues.',
    ))
})
