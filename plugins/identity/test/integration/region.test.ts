import assert from 'node:assert/strict'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {describe, it} from 'mocha'
import {printsFields} from './prints-fields.ts'
import {recordOf} from './record.ts'

describe('region', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const later = cleanUp()
  const [outer, inner] = [uniqueName('outer'), uniqueName('inner')]

  it('creates', async () => {
    later('region', 'delete', outer)
    await printsFields(osc, ['region', 'create', '--description', 'Hall', outer], 'region')
    later('region', 'delete', inner)
    await printsFields(osc, ['region', 'create', '--parent-region', outer, inner], 'region')
    assert.equal((await recordOf('region', `/regions/${inner}`)).parent_region_id, outer)
  })

  for (const line of [
    ['region', 'list'],
    ['region', 'list', '--parent-region', outer],
  ]) {
    it(`${line.slice(0, 3).join(' ')} as openstack does`, () => same(line, {formats: 'list'}).then(() => {}))
  }
  for (const region of [outer, inner, 'RegionOne']) {
    it(`shows ${region}`, () => printsFields(osc, ['region', 'show', region], 'region'))
  }

  it('changes', async () => {
    await ok(osc('region', 'set', '--description', 'Aisle', '--parent-region', 'RegionOne', inner))
    const {description, parent_region_id} = await recordOf('region', `/regions/${inner}`)
    assert.deepEqual([description, parent_region_id], ['Aisle', 'RegionOne'])
    await ok(osc('region', 'set', '--parent-region', outer, inner))
  })

  const wrong: [number, string[], RegExp][] = [
    [4, ['region', 'show', 'no-such-region'], /no-such-region/],
    [4, ['region', 'set', '--description', 'x', 'no-such-region'], /no-such-region/],
    [4, ['region', 'delete', 'no-such-region'], /no-such-region/],
    [5, ['region', 'create', 'RegionOne'], /RegionOne/],
    [2, ['region', 'set', 'RegionOne'], /Nothing to change/],
    [2, ['region', 'create'], /region/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, osc(...line)), message))
  }

  it('is forbidden to plain users', async () => {
    await fails(1, plain('region', 'create', 'x'))
  })

  it('deletes several, in the order given', async () => {
    assert.match(await fails(1, osc('region', 'delete', inner, 'no-such-region', outer)), /1 of 3/)
    for (const region of [inner, outer]) assert.equal((await api('identity', 'GET', `/regions/${region}`)).status, 404)
  })
})
