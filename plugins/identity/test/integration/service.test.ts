import assert from 'node:assert/strict'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {printsFields} from './prints-fields.ts'
import {recordOf} from './record.ts'

describe('service', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const later = cleanUp()
  const [name, type, sibling] = [uniqueName('meter'), uniqueName('metering'), uniqueName('sibling')]
  const service = () => recordOf('service', `/services/${id}`)
  let id = ''

  before(async () => {
    for (const one of ['a', 'b']) {
      const made = await ok(osc('service', 'create', '--name', `${sibling}-${one}`, sibling, '-f', 'value', '-c', 'id'))
      later('service', 'delete', made)
    }
  })

  it('creates, as openstack does', async () => {
    later('service', 'delete', name)
    await printsFields(osc, ['service', 'create', '--name', name, '--description', 'Counts', type], 'service')
    id = await ok(osc('service', 'show', name, '-f', 'value', '-c', 'id'))
    const {description, enabled} = await service()
    assert.deepEqual([description, enabled], ['Counts', true])
  })

  it('creates without a name, disabled, as openstack does', async () => {
    const nameless = uniqueName('nameless')
    later('service', 'delete', nameless)
    await printsFields(osc, ['service', 'create', '--disable', nameless], 'service')
    await printsFields(osc, ['service', 'show', nameless], 'service')
  })

  for (const line of [
    ['service', 'list'],
    // python-openstackclient 10.2.1 prints None for a description that is missing.
    ['service', 'list', '--long', '-c', 'ID', '-c', 'Name', '-c', 'Type', '-c', 'Enabled'],
  ]) {
    it(`${line.join(' ')} as openstack does`, () => same(line, {formats: 'list'}).then(() => {}))
  }
  for (const given of [name, type, 'identity', 'keystone']) {
    it(`service show ${given}`, () => printsFields(osc, ['service', 'show', given], 'service'))
  }

  it('changes', async () => {
    await ok(
      osc('service', 'set', '--name', `${name}-2`, '--type', `${type}-2`, '--description', 'New', '--disable', type),
    )
    const changed = await service()
    assert.deepEqual(
      [changed.name, changed.type, changed.description, changed.enabled],
      [`${name}-2`, `${type}-2`, 'New', false],
    )
    await ok(osc('service', 'set', '--name', name, '--type', type, '--enable', id))
    assert.equal((await service()).enabled, true)
  })

  const wrong: [number, string[], RegExp][] = [
    [4, ['service', 'show', 'no-such-service'], /no-such-service/],
    [4, ['service', 'set', '--name', 'x', 'no-such-service'], /no-such-service/],
    [5, ['service', 'show', sibling], new RegExp(`${sibling}-[ab].*${sibling}-[ab]`, 's')],
    [2, ['service', 'create'], /type/],
    [2, ['service', 'set', 'keystone'], /Nothing to change/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, osc(...line)), message))
  }

  it('is forbidden to plain users', async () => {
    await fails(1, plain('service', 'create', 'x'))
  })

  it('deletes several', async () => {
    assert.match(await fails(1, osc('service', 'delete', name, 'no-such-service')), /1 of 2/)
    assert.equal((await api('identity', 'GET', `/services/${id}`)).status, 404)
  })
})
