import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {describe, it} from 'mocha'
import {printsFields} from './prints-fields.ts'

describe('registered limit and limit', () => {
  const osc = oscOnCloud()
  const later = cleanUp()
  const resource = uniqueName('resource')
  let registered = ''
  let own = ''

  it('registers one and gives a project its own', async () => {
    const create = [
      'registered',
      'limit',
      'create',
      '--service',
      'keystone',
      '--default-limit',
      '10',
      '--description',
      'Tests',
      resource,
    ]
    registered = await ok(osc(...create, '-f', 'value', '-c', 'id'))
    later('registered', 'limit', 'delete', registered)
    own = await ok(
      osc(
        'limit',
        'create',
        '--service',
        'identity',
        '--project',
        'demo',
        '--resource-limit',
        '20',
        resource,
        '-f',
        'value',
        '-c',
        'id',
      ),
    )
    later('limit', 'delete', own)
  })

  it('lists as openstack does', async () => {
    await same(['registered', 'limit', 'list', '--resource-name', resource], {formats: 'list'})
    await same(['registered', 'limit', 'list', '--service', 'keystone'], {formats: 'list', unordered: true})
    await same(['limit', 'list', '--resource-name', resource], {formats: 'list'})
    await same(['limit', 'list', '--project', 'demo', '--service', 'keystone'], {formats: 'list', unordered: true})
  })

  it('shows as openstack does', async () => {
    await same(['registered', 'limit', 'show', registered], {formats: 'show'})
    await printsFields(osc, ['limit', 'show', own], 'limit')
  })

  it('changes them', async () => {
    assert.equal(
      await ok(osc('limit', 'set', '--resource-limit', '30', own, '-f', 'value', '-c', 'resource_limit')),
      '30',
    )
    // Keystone refuses that while a project has its own.
    const line = [
      'registered',
      'limit',
      'set',
      '--default-limit',
      '15',
      registered,
      '-f',
      'value',
      '-c',
      'default_limit',
    ]
    await fails(1, osc(...line))
    await ok(osc('limit', 'delete', own))
    assert.equal(await ok(osc(...line)), '15')
  })

  it('refuses what is wrong', async () => {
    assert.match(await fails(2, osc('limit', 'set', 'x')), /Nothing to change/)
    assert.match(await fails(2, osc('limit', 'set', 'x', '--resource-limit', 'many')), /--resource-limit.*many/)
    assert.match(
      await fails(4, osc('registered', 'limit', 'create', '--service', 'no-such', '--default-limit', '1', 'x')),
      /no-such/,
    )
    assert.match(await fails(4, osc('limit', 'show', 'nothing')), /nothing/)
  })

  it('deletes them', async () => {
    await ok(osc('registered', 'limit', 'delete', registered))
    await fails(4, osc('registered', 'limit', 'show', registered))
  })
})
