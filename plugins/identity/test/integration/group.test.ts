import assert from 'node:assert/strict'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {ids} from '@osc-cli/core/test/integration/support/masks'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {openstack} from '@osc-cli/core/test/integration/support/openstack'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {recordOf} from './record.ts'

describe('group', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const later = cleanUp()
  const [name, domain, ada, grace] = [uniqueName('group'), uniqueName('domain'), uniqueName('ada'), uniqueName('grace')]
  const group = () => recordOf('group', `/groups/${id}`)
  const isMember = async (user: string) => (await api('identity', 'HEAD', `/groups/${id}/users/${user}`)).status === 204
  let id = ''
  let members: string[] = []

  before(async () => {
    await ok(osc('domain', 'create', domain))
    later('domain', 'delete', domain)
    later('domain', 'set', '--disable', domain)
    members = await Promise.all([ada, grace].map((user) => ok(osc('user', 'create', user, '-f', 'value', '-c', 'id'))))
    for (const user of members) later('user', 'delete', user)
  })

  it('creates, as openstack does', async () => {
    later('group', 'delete', name)
    const undo = () => openstack(['group', 'delete', name])
    await same(['group', 'create', '--description', 'Deployers', name], {formats: ['json'], masks: [ids], undo})
    id = await ok(osc('group', 'create', '--or-show', name, '-f', 'value', '-c', 'id'))
    assert.equal((await group()).description, 'Deployers')
  })

  it('creates in a domain; --or-show finds it there', async () => {
    const line = ['group', 'create', '--domain', domain, '--or-show', name, '-f', 'value', '-c', 'id']
    const other = await ok(osc(...line))
    assert.notEqual(other, id)
    assert.equal(await ok(osc(...line)), other)
    await ok(osc('group', 'delete', '--domain', domain, name))
    assert.equal((await api('identity', 'GET', `/groups/${other}`)).status, 404)
    assert.equal((await api('identity', 'GET', `/groups/${id}`)).status, 200)
  })

  it('adds users, checks who is a member, removes them', async () => {
    await ok(osc('group', 'add', 'user', '--group-domain', 'default', '--user-domain', 'default', name, ada, grace))
    assert.deepEqual(await Promise.all(members.map(isMember)), [true, true])
    await same(['group', 'contains', 'user', name, ada])
    assert.equal(await ok(osc('group', 'contains', 'user', name, ada)), `${ada} in group ${name}`)
    await ok(osc('group', 'remove', 'user', name, ada))
    assert.deepEqual(await Promise.all(members.map(isMember)), [false, true])
    const [pair] = await same(['group', 'contains', 'user', name, ada])
    assert.equal(pair?.osc.stderr, pair?.openstack.stderr)
    assert.match(await fails(1, osc('group', 'remove', 'user', name, grace, 'no-such-user')), /no-such-user.*1 of 2/s)
    assert.deepEqual(await Promise.all(members.map(isMember)), [false, false])
    await ok(osc('group', 'add', 'user', name, ada))
  })

  const lists = [
    ['group', 'list'],
    ['group', 'list', '--long'],
    ['group', 'list', '--domain', 'default', '--long'],
    ['group', 'list', '--domain', domain],
    ['group', 'list', '--user', ada],
    ['group', 'list', '--user', ada, '--user-domain', 'Default', '--domain', 'default'],
  ]
  for (const line of lists)
    it(`${line.slice(0, 3).join(' ')} as openstack does`, () => same(line, {formats: 'list'}).then(() => {}))

  it('shows as openstack does', async () => {
    await same(['group', 'show', name], {formats: 'show'})
    await same(['group', 'show', '--domain', 'Default', name], {formats: ['json']})
  })

  it('changes', async () => {
    await ok(osc('group', 'set', '--domain', 'default', '--name', `${name}-2`, '--description', '', name))
    const changed = await group()
    assert.deepEqual([changed.name, changed.description], [`${name}-2`, ''])
    await ok(osc('group', 'set', '--name', name, id))
  })

  const wrong: [number, string[], RegExp][] = [
    [4, ['group', 'show', 'no-such-group'], /no-such-group/],
    [4, ['group', 'add', 'user', 'no-such-group', 'demo'], /no-such-group/],
    [4, ['group', 'contains', 'user', name, 'no-such-user'], /no-such-user/],
    [4, ['group', 'show', '--domain', domain, name], new RegExp(name)],
    [5, ['group', 'create', name], new RegExp(name)],
    [2, ['group', 'add', 'user', name], /users/],
    [2, ['group', 'set', name], /Nothing to change/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.slice(0, 4).join(' ')} ends with ${status}`, async () =>
      assert.match(await fails(status, osc(...line)), message))
  }

  it('is forbidden to plain users', async () => {
    await fails(1, plain('group', 'create', 'x'))
  })

  it('deletes several', async () => {
    assert.match(await fails(1, osc('group', 'delete', name, 'no-such-group')), /1 of 2/)
    assert.equal((await api('identity', 'GET', `/groups/${id}`)).status, 404)
  })
})
