import assert from 'node:assert/strict'
import {ConnectionError, InterruptedError} from '@osc-cli/core'
import {waitForStack} from '../../src/wait-for-stack.ts'
import {type Step, scriptedHeat, serverError} from './support/scripted-heat.ts'

const wait = {stack: 'web/1', action: 'CREATE'}
const times = (count: number, step: Step): Step[] => Array.from({length: count}, () => step)
const FAILED_RESOURCE = {
  resource_name: 'db',
  resource_type: 'OS::Nova::Server',
  resource_status: 'CREATE_FAILED',
  resource_status_reason: 'No valid host',
}

describe('waiting for a stack', () => {
  for (const [what, error] of [
    ['HTTP 500', serverError(500)],
    ['HTTP 503', serverError(503)],
    ['a reset connection', new ConnectionError('connection reset')],
  ] as const) {
    it(`survives a minute of ${what}`, async () => {
      const heat = scriptedHeat([['CREATE_IN_PROGRESS'], ...times(15, error), ['CREATE_COMPLETE']])
      await waitForStack(heat.waiting, wait)
      assert.ok(heat.waited() > 60, `${heat.waited()} s`)
      assert.equal(heat.notes.filter((line) => line.startsWith('No response from the service')).length, 1)
    })
  }

  it('gives up after a longer outage and says that the stack continues', async () => {
    const heat = scriptedHeat(times(1000, serverError(503)))
    await assert.rejects(waitForStack(heat.waiting, {...wait, every: 600}), {
      name: 'WaitError',
      exitCode: 6,
      message:
        /^No response from the service for \d+ seconds: broken \(HTTP 503\)\nStack web is still being created\.$/,
      hint: 'Follow it: osc stack event list --follow web',
    })
    assert.ok(heat.waited() >= 90 && heat.waited() < 180, `${heat.waited()} s`)
  })

  it('counts each outage by itself', async () => {
    const outage = times(10, serverError(502))
    const heat = scriptedHeat([...outage, ['CREATE_IN_PROGRESS'], ...outage, [], ...outage, ['CREATE_COMPLETE']])
    await waitForStack(heat.waiting, wait)
  })

  for (const error of [serverError(403), new InterruptedError()]) {
    it(`says how to follow and stop the stack after ${error.message}`, async () => {
      const heat = scriptedHeat([error])
      await assert.rejects(waitForStack(heat.waiting, wait), error)
      assert.deepEqual(heat.notes.at(-1)?.split('\n'), [
        'Stack web is still being created.',
        'Follow it: osc stack event list --follow web',
        'Stop it: osc stack cancel --no-rollback web',
      ])
    })
  }

  const endings: [what: string, steps: Step[], stack: {disable_rollback: boolean}, message: RegExp, hint: RegExp][] = [
    [
      'without a rollback',
      [['CREATE_FAILED']],
      {disable_rollback: true},
      /^Stack web failed to create \(CREATE_FAILED\)\.\n {2}web\.db \(OS::Nova::Server\): No valid host$/,
      /^Details: osc stack failures list --long web$/,
    ],
    [
      'after its rollback',
      [['CREATE_FAILED', 'ROLLBACK_IN_PROGRESS'], [], ['ROLLBACK_COMPLETE']],
      {disable_rollback: false},
      /^Stack web failed to create \(CREATE_FAILED\) and was rolled back \(ROLLBACK_COMPLETE\)\.\n {2}web\.db .*No valid host$/,
      /^Details: osc stack event list --nested-depth 5 web$/,
    ],
    [
      'after a rollback that fails',
      [['CREATE_FAILED'], ['ROLLBACK_IN_PROGRESS'], ['ROLLBACK_FAILED']],
      {disable_rollback: false},
      /^Stack web failed to create \(CREATE_FAILED\) and the rollback failed too \(ROLLBACK_FAILED\)\.\n/,
      /^Details: osc stack failures list --long web$/,
    ],
    [
      'when the rollback never starts',
      [['CREATE_FAILED']],
      {disable_rollback: false},
      /^Stack web failed to create \(CREATE_FAILED\)\.\n/,
      /^Details: osc stack failures list --long web$/,
    ],
  ]
  for (const [what, steps, stack, message, hint] of endings) {
    it(`reports a failure ${what}`, async () => {
      const heat = scriptedHeat(steps, {stack, resources: [FAILED_RESOURCE]})
      await assert.rejects(waitForStack(heat.waiting, wait), {name: 'WaitError', message, hint})
    })
  }

  it('fails when the stack is deleted during another action', async () => {
    const heat = scriptedHeat([['DELETE_COMPLETE']])
    await assert.rejects(waitForStack(heat.waiting, wait), {message: 'Stack web was deleted during the wait.'})
    await waitForStack(scriptedHeat([['DELETE_COMPLETE']]).waiting, {...wait, action: 'DELETE'})
  })

  it('shows state, resources and time on a terminal, and removes the line at the end', async () => {
    const resources = ['CREATE_COMPLETE', 'CREATE_IN_PROGRESS', 'INIT_COMPLETE'].map((resource_status) => ({
      resource_status,
    }))
    const heat = scriptedHeat([['CREATE_IN_PROGRESS'], [], ['CREATE_COMPLETE']], {resources, terminal: true})
    const {progress} = heat.waiting
    const pause = async (seconds: number) => {
      await progress.draw()
      await heat.waiting.pause(seconds)
    }
    await waitForStack({...heat.waiting, pause}, wait)
    assert.deepEqual(heat.screen, [
      '\r\x1b[Kweb: CREATE_IN_PROGRESS, 1 of 3 resources, 0 s',
      '\r\x1b[Kweb: CREATE_IN_PROGRESS, 1 of 3 resources, 1 s',
      '\r\x1b[K',
    ])
  })

  it('shows no progress in a pipe', async () => {
    const heat = scriptedHeat([['CREATE_COMPLETE']])
    await waitForStack(heat.waiting, wait)
    assert.deepEqual(heat.screen, [])
  })
})
