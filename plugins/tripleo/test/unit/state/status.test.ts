import assert from 'node:assert/strict'
import {type Facts, statusOf} from '../../../src/state/status.ts'

const facts = (given: Partial<Facts>): Facts => ({
  plan: 'one',
  hasPlan: true,
  stackStatus: undefined,
  stackReason: '',
  parts: [],
  running: undefined,
  changes: [],
  runFailure: undefined,
  ...given,
})

describe('the status of a deployment', () => {
  const cases: [what: string, given: Partial<Facts>, state: string, next: RegExp][] = [
    ['of nothing', {hasPlan: false}, 'NONE', /^overcloud plan create one$/],
    ['of a plan', {}, 'UNDEPLOYED', /^overcloud plan deploy one$/],
    ['of a run without a stack', {running: {execution: 'e', workflow: 'x.deploy_plan'}}, 'DEPLOYING', /--watch/],
    ['of an update', {stackStatus: 'UPDATE_IN_PROGRESS'}, 'DEPLOYING', /--watch/],
    ['of a deletion', {stackStatus: 'DELETE_IN_PROGRESS'}, 'UNDEPLOYING', /--watch/],
    ['of a deployed plan', {stackStatus: 'CREATE_COMPLETE'}, 'DEPLOY_SUCCESS', /^overcloud plan show one$/],
    ['with changes', {stackStatus: 'CREATE_COMPLETE', changes: ['x']}, 'DEPLOY_SUCCESS', /^overcloud plan diff one$/],
    ['without its plan', {stackStatus: 'CREATE_COMPLETE', hasPlan: false}, 'DEPLOY_SUCCESS', /^overcloud plan create/],
    ['of a failed stack', {stackStatus: 'UPDATE_FAILED'}, 'DEPLOY_FAILED', /^overcloud failures --plan one$/],
    ['of a failed deletion', {stackStatus: 'DELETE_FAILED'}, 'UNDEPLOY_FAILED', /^overcloud failures/],
    [
      'after a run that failed early',
      {stackStatus: 'CREATE_COMPLETE', runFailure: 'r'},
      'DEPLOY_FAILED',
      /plan deploy/,
    ],
    ['of a plan whose first run failed', {runFailure: 'r'}, 'DEPLOY_FAILED', /plan deploy one$/],
  ]
  for (const [what, given, state, next] of cases)
    it(what, () => {
      const status = statusOf(facts(given))
      assert.equal(status.state, state)
      assert.match(status.next, next)
    })
})
