import assert from 'node:assert/strict'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {describe, it} from 'mocha'
import {printsFields} from './prints-fields.ts'
import {recordOf} from './record.ts'

describe('domain', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const later = cleanUp()
  const name = uniqueName('domain')
  const domain = () => recordOf('domain', `/domains/${id}`)
  let id = ''

  it('creates', async () => {
    later('domain', 'delete', name)
    later('domain', 'set', '--disable', name)
    await printsFields(osc, ['domain', 'create', '--description', 'Partners', name], 'domain')
    id = await ok(osc('domain', 'create', '--or-show', name, '-f', 'value', '-c', 'id'))
    const {description, enabled} = await domain()
    assert.deepEqual([description, enabled], ['Partners', true])
  })

  it('creates disabled and protected', async () => {
    const other = uniqueName('protected')
    const otherId = await ok(osc('domain', 'create', '--disable', '--immutable', other, '-f', 'value', '-c', 'id'))
    later('domain', 'delete', otherId)
    later('domain', 'set', '--no-immutable', otherId)
    const {enabled, options} = await recordOf('domain', `/domains/${otherId}`)
    assert.deepEqual({enabled, options}, {enabled: false, options: {immutable: true}})
    await fails(1, osc('domain', 'set', '--enable', other))
    await ok(osc('domain', 'set', '--no-immutable', other))
    await ok(osc('domain', 'delete', other))
    assert.equal((await api('identity', 'GET', `/domains/${otherId}`)).status, 404)
  })

  const lists = [
    ['domain', 'list'],
    ['domain', 'list', '--enabled'],
    ['domain', 'list', '--name', name],
  ]
  for (const line of lists)
    it(`${line.slice(0, 3).join(' ')} as openstack does`, () => same(line, {formats: 'list'}).then(() => {}))

  for (const given of ['default', 'Default', name]) {
    it(`shows ${given === name ? 'a new one' : given}`, () => printsFields(osc, ['domain', 'show', given], 'domain'))
  }

  it('changes', async () => {
    await ok(osc('domain', 'set', '--name', `${name}-2`, '--description', 'Friends', '--disable', name))
    const changed = await domain()
    assert.deepEqual([changed.name, changed.description, changed.enabled], [`${name}-2`, 'Friends', false])
    await ok(osc('domain', 'set', '--name', name, '--enable', id))
    assert.equal((await domain()).enabled, true)
  })

  const wrong: [number, string[], RegExp][] = [
    [4, ['domain', 'show', 'no-such-domain'], /no-such-domain/],
    [4, ['domain', 'delete', 'no-such-domain'], /no-such-domain/],
    [5, ['domain', 'create', 'Default'], /Default/],
    [2, ['domain', 'set', 'default'], /Nothing to change/],
    [2, ['domain', 'list', '--enabled=yes'], /does not take a value/],
    [1, ['domain', 'create', ''], /name/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, osc(...line)), message))
  }

  it('is forbidden to plain users', async () => {
    await fails(1, plain('domain', 'create', 'x'))
  })

  it('deletes only what is disabled', async () => {
    assert.match(await fails(1, osc('domain', 'delete', name)), /disable/)
    await ok(osc('domain', 'set', '--disable', name))
    await ok(osc('domain', 'delete', name))
    assert.equal((await api('identity', 'GET', `/domains/${id}`)).status, 404)
  })
})
