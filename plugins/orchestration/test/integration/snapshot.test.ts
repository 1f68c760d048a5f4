import assert from 'node:assert/strict'
import {asArray, asObject, asText} from '@osc-cli/core'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks} from '@osc-cli/core/test/integration/support/features'
import {ids, times} from '@osc-cli/core/test/integration/support/masks'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {gone, makeStack, reached, recordOf, stackNames, stackRecord, statusOf} from './support/stacks.ts'

describe('stack snapshot', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const name = stackNames()('photographed')
  let id = ''
  let first = ''

  const snapshots = async () => asArray((await recordOf(`/stacks/${name}/${id}/snapshots`)).snapshots).map(asObject)
  const settled = async () => {
    await reached(name, 'SNAPSHOT_COMPLETE')
  }

  before(async function () {
    lacks(this, 'stack-snapshots')
    id = await makeStack(name, {parameters: {text: 'before'}})
  })

  it('creates', async () => {
    const made = JSON.parse(await ok(osc('stack', 'snapshot', 'create', '--name', 'one', name, '-f', 'json')))
    await settled()
    first = made.ID
    const [snapshot] = await snapshots()
    assert.deepEqual([snapshot?.id, snapshot?.name, snapshot?.status], [first, 'one', 'COMPLETE'])
  })

  it('prints what it creates as openstack does', async () => {
    const states = (text: string) => text.replace(/IN_PROGRESS|COMPLETE/g, 'STATE')
    const line = ['stack', 'snapshot', 'create', name]
    for (const format of ['table', 'json'])
      await same(line, {formats: [format], masks: [ids, times, states], undo: settled}).then(settled)
    assert.equal((await snapshots()).length, 5)
  })

  it('lists as openstack does', () => same(['stack', 'snapshot', 'list', name], {formats: 'list'}).then(() => {}))
  it('shows as openstack does', () =>
    same(['stack', 'snapshot', 'show', name, first], {formats: 'show'}).then(() => {}))

  it('restores', async () => {
    await ok(osc('stack', 'update', '--existing', '--parameter', 'text=after', '--wait', name))
    await ok(osc('stack', 'snapshot', 'restore', name, first))
    await reached(name, 'RESTORE_COMPLETE')
    const {outputs} = await stackRecord(name)
    const message = asArray(outputs)
      .map(asObject)
      .find((output) => output.output_key === 'message')
    assert.equal(asText(message?.output_value), 'before')
  })

  it('deletes', async () => {
    await ok(osc('stack', 'snapshot', 'delete', '--yes', name, first))
    await gone(`${name}/${id}/snapshots/${first}`)
    assert.equal(await statusOf(name), 'RESTORE_COMPLETE')
  })

  const none = '00000000-0000-4000-8000-000000000000'
  const missing = uniqueName('missing')
  for (const verb of ['show', 'restore', 'delete']) {
    const more = verb === 'delete' ? ['--yes'] : []
    it(`${verb} ends with 4 when there is no such snapshot or stack, with 2 when one is not given`, async () => {
      assert.match(await fails(4, osc('stack', 'snapshot', verb, ...more, name, none)), /not found|could not be found/)
      assert.match(await fails(4, osc('stack', 'snapshot', verb, ...more, missing, none)), /could not be found/)
      assert.match(await fails(2, osc('stack', 'snapshot', verb, ...more, name)), /snapshot/)
      await fails(4, plain('stack', 'snapshot', verb, ...more, name, none))
    })
  }
  for (const verb of ['create', 'list']) {
    it(`${verb} ends with 4 when there is no such stack, with 2 when none is given`, async () => {
      assert.match(await fails(4, osc('stack', 'snapshot', verb, missing)), /could not be found/)
      assert.match(await fails(2, osc('stack', 'snapshot', verb)), /stack/)
    })
  }

  it('is rejected while another action is in progress', async () => {
    await ok(osc('stack', 'update', '--existing', '--parameter', 'wait=8', '--parameter', 'text=slow', name))
    assert.match(await fails(5, osc('stack', 'snapshot', 'create', name)), /in progress|already has an action/i)
  })
})
