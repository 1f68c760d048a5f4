import assert from 'node:assert/strict'
import {ConflictError, type JsonObject, type Session} from '@osc-cli/core'
import {refuseBusy} from '../../../src/engine/running.ts'

const DEPLOY = 'tripleo.deployment.v1.deploy_plan'
const run = (id: string, container: string, more: JsonObject = {}): JsonObject => ({
  id,
  workflow_name: DEPLOY,
  task_execution_id: null,
  input: JSON.stringify({container}),
  ...more,
})

/** A session with these running executions and this stack. */
const sessionWith = (runs: JsonObject[], status?: string) =>
  ({
    access: async () => ({catalog: [{type: 'workflowv2'}]}),
    async *list() {
      yield* runs
    },
    get: async () => ({stacks: status === undefined ? [] : [{stack_name: 'one', stack_status: status}]}),
  }) as unknown as Session

describe('a plan', () => {
  const cases: [what: string, session: Session, busy: boolean][] = [
    ['is free without runs and stack', sessionWith([]), false],
    ['is free when its stack is complete', sessionWith([], 'UPDATE_COMPLETE'), false],
    ['is free while another plan is deployed', sessionWith([run('a', 'other')]), false],
    ['is free during its own run', sessionWith([run('own', 'one')]), false],
    ['is free during other workflows', sessionWith([run('a', 'one', {workflow_name: 'mine'})]), false],
    ['is in use during a run', sessionWith([run('own', 'one'), run('a', 'one')]), true],
    ['is in use while Heat changes it', sessionWith([], 'UPDATE_IN_PROGRESS'), true],
  ]
  for (const [what, session, busy] of cases)
    it(what, async () => {
      const checked = refuseBusy(session, 'one', 'own')
      if (busy) await assert.rejects(checked, ConflictError)
      else await checked
    })
})
