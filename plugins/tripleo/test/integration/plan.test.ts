import assert from 'node:assert/strict'
import {asObject, decodeJson} from '@osc-cli/core'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'

describe('overcloud plan', () => {
  before(async function () {
    await needs(this, 'object-store', 'network')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const plan = uniqueName('plan')
  const overcloud = (...line: string[]) => ok(osc('overcloud', ...line))
  const show = async () => asObject(decodeJson(await overcloud('plan', 'show', plan, '-f', 'json')))

  it('is created from the starter templates, which Heat accepts', async () => {
    later('overcloud', 'plan', 'delete', plan)
    await overcloud('plan', 'create', plan, '--parameter', 'ComputeFlavor=m1.tiny')
    assert.ok((await overcloud('plan', 'list', '-f', 'value')).split('\n').includes(plan))
    const {Roles, Networks, Passwords} = await show()
    assert.deepEqual([Roles, Networks, Passwords], [{Controller: 1, Compute: 2}, ['Internal'], 1])
    await fails(5, osc('overcloud', 'plan', 'create', plan))
  })

  it('is changed', async () => {
    await overcloud('plan', 'set', plan, '-e', 'environments/bigger.yaml', '--role', 'Compute=3')
    assert.deepEqual((await show()).Roles, {Controller: 3, Compute: 3})
    await overcloud('plan', 'unset', plan, '--environment', 'environments/bigger.yaml', '--parameter', 'ComputeCount')
    assert.deepEqual((await show()).Roles, {Controller: 1, Compute: 2})
  })

  it('has files that Heat reads', async () => {
    const used = await overcloud('plan', 'files', plan, '--used', '-f', 'value', '-c', 'Name')
    assert.ok(used.split('\n').includes('compute-role.yaml'))
    assert.ok(!used.split('\n').includes('role.role.j2.yaml'))
  })

  it('is deleted', async () => {
    await overcloud('plan', 'delete', plan)
    await fails(4, osc('overcloud', 'plan', 'show', plan))
  })
})
