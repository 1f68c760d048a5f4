import assert from 'node:assert/strict'
import {endByState, endIn} from '../../../src/engine/run.ts'
import {fittingInput} from '../../../src/engine/workflow.ts'

describe('inputs of workflows', () => {
  it('are those that the definition declares, whatever it calls the plan', () => {
    const workflow = {inputs: ['plan_name', 'timeout']}
    assert.deepEqual(fittingInput(workflow, 'one', {timeout: 5, roles: []}), {plan_name: 'one', timeout: 5})
  })
})

describe('the end of a run', () => {
  const messages: [what: string, payload: Parameters<typeof endIn>[0]['payload'], ended: boolean][] = [
    ['is its own last message', {execution_id: 'e', status: 'SUCCESS', message: 'm'}, true],
    ['is a message as Queens has it', {execution: {id: 'e'}, status: 'FAILED', message: 'm'}, true],
    ['is not a message about progress', {execution_id: 'e', status: 'RUNNING', message: 'm'}, false],
    ['is not a message of another workflow', {execution_id: 'x', status: 'SUCCESS', message: 'm'}, false],
  ]
  for (const [what, payload, ended] of messages)
    it(what, () => assert.equal(endIn({payload}, 'e')?.message, ended ? 'm' : undefined))

  it('is not a running state', () => assert.equal(endByState({state: 'RUNNING'}), undefined))

  it('has the message of the output', () => {
    const output = JSON.stringify({message: 'm', deployment_status: 'DEPLOYING'})
    assert.deepEqual(endByState({state: 'SUCCESS', output}), {
      succeeded: true,
      message: 'm',
      deploymentStatus: 'DEPLOYING',
    })
  })

  const raised = 'The action raised an exception [action'
  for (const text of [
    `${raised}=<a.B object at 0x7f>, action_ex_id=1, msg='No x [name=y]']`,
    `${raised}_ex_id=1, msg='No x [name=y]', action_cls='<class a.B>', attributes='{}', params='{'k': 'v'}']`,
  ])
    it('has what an action said, without Python', () => {
      const payload = {execution_id: 'e', status: 'FAILED', message: text}
      assert.equal(endIn({payload}, 'e')?.message, 'No x [name=y]')
    })

  it('has the message of a failed run only when that is about the failure', () => {
    const message = (status: string) => {
      const output = JSON.stringify({status, message: 'Stack status CREATE_COMPLETE'})
      return endByState({state: 'ERROR', output, state_info: 'Task get_servers failed'})?.message
    }
    assert.equal(message('FAILED'), 'Stack status CREATE_COMPLETE')
    assert.equal(message('RUNNING'), 'Task get_servers failed')
  })

  it('has the reason of the state, without credentials', () => {
    const end = endByState({state: 'ERROR', state_info: "Failed, data={'token': 'x'}\nmore"})
    assert.deepEqual(end, {succeeded: false, message: 'Failed, data=***]', deploymentStatus: undefined})
  })
})
