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

describe('project', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const later = cleanUp()
  const [outer, inner, domain] = [uniqueName('outer'), uniqueName('inner'), uniqueName('domain')]
  const project = (id: string) => recordOf('project', `/projects/${id}`)
  let outerId = ''
  let innerId = ''

  before(async () => {
    await ok(osc('domain', 'create', domain))
    later('domain', 'delete', domain)
    later('domain', 'set', '--disable', domain)
  })

  it('creates', async () => {
    const line = ['project', 'create', '--description', 'The outer one', '--property', 'owner=ada', '--tag', 'a']
    outerId = await ok(osc(...line, '--tag', 'b', '--tag', 'a', '-f', 'value', '-c', 'id', outer))
    later('project', 'delete', outerId)
    const {description, owner, enabled, tags, domain_id} = await project(outerId)
    assert.deepEqual(
      {description, owner, enabled, domain_id},
      {description: 'The outer one', owner: 'ada', enabled: true, domain_id: 'default'},
    )
    assert.deepEqual([...(tags as string[])].sort(), ['a', 'b'])
  })

  it('creates inside another, disabled and protected', async () => {
    innerId = await ok(
      osc('project', 'create', '--parent', outer, '--disable', '--immutable', inner, '-f', 'value', '-c', 'id'),
    )
    later('project', 'delete', innerId)
    later('project', 'set', '--no-immutable', innerId)
    const {parent_id, enabled, options} = await project(innerId)
    assert.deepEqual({parent_id, enabled, options}, {parent_id: outerId, enabled: false, options: {immutable: true}})
    assert.match(await fails(1, osc('project', 'set', '--name', 'x', innerId)), /immutable/)
  })

  it('prints what it created as openstack does', async () => {
    const name = uniqueName('twice')
    later('project', 'delete', name)
    const undo = () => openstack(['project', 'delete', name])
    const line = ['project', 'create', '--description', 'Ünïcode, "quoted"', '--property', 'color=blue', name]
    await same(line, {formats: ['json'], masks: [ids], undo})
  })

  it('shows an existing one with --or-show, in its domain', async () => {
    assert.equal(await ok(osc('project', 'create', '--or-show', outer, '-f', 'value', '-c', 'id')), outerId)
    const other = await ok(osc('project', 'create', '--or-show', '--domain', domain, outer, '-f', 'value', '-c', 'id'))
    later('project', 'delete', other)
    assert.notEqual(other, outerId)
    assert.equal(
      await ok(osc('project', 'create', '--or-show', '--domain', domain, outer, '-f', 'value', '-c', 'id')),
      other,
    )
    assert.match(await fails(5, osc('project', 'create', outer)), new RegExp(outer))
  })

  const lists = [
    ['project', 'list'],
    ['project', 'list', '--long'],
    ['project', 'list', '--my-projects'],
    ['project', 'list', '--domain', 'default', '--long'],
    ['project', 'list', '--parent', outer],
    ['project', 'list', '--user', 'demo'],
    ['project', 'list', '--user', 'demo', '--domain', 'Default'],
    ['project', 'list', '--tags', 'a,b'],
    ['project', 'list', '--tags-any', 'b,c'],
    ['project', 'list', '--not-tags', 'a,b'],
    ['project', 'list', '--not-tags-any', 'a,c'],
    ['project', 'list', '--sort', 'name:desc'],
    ['project', 'list', '--long', '--sort', 'domain_id:desc,name'],
    ['project', 'list', '--domain', domain, '-c', 'Name', '--sort-column', 'Name'],
  ]
  for (const line of lists)
    it(`${line.slice(0, 4).join(' ')} as openstack does`, () => same(line, {formats: 'list'}).then(() => {}))

  it('lists by state and in parts', async () => {
    const disabled = await ok(osc('project', 'list', '--disabled', '-f', 'value', '-c', 'ID'))
    assert.ok(disabled.split('\n').includes(innerId))
    const enabled = await ok(osc('project', 'list', '--enabled', '-f', 'value', '-c', 'ID'))
    assert.ok(enabled.split('\n').includes(outerId) && !enabled.includes(innerId))
    assert.equal((await ok(osc('project', 'list', '--max-items', '1', '-f', 'value'))).split('\n').length, 1)
  })

  it('lists their own for who may not see all', async () => {
    assert.match(await ok(plain('project', 'list', '-f', 'value', '-c', 'Name')), /^demo$/m)
    await same(['project', 'list'], {formats: ['json'], cloud: userCloudName()})
  })

  const shows = [
    ['project', 'show', outer, '--domain', 'default'],
    ['project', 'show', 'demo'],
    ['project', 'show', '--parents', inner],
    ['project', 'show', '--children', outer, '--domain', 'default'],
    ['project', 'show', '--parents', '--children', inner],
  ]
  for (const line of shows)
    it(`${line.join(' ')} as openstack does`, () => same(line, {formats: 'show'}).then(() => {}))

  it('shows plain users their own project by name', async () => {
    await same(['project', 'show', 'demo'], {formats: ['json'], cloud: userCloudName()})
    await fails(1, plain('project', 'show', outerId))
  })

  it('changes', async () => {
    const name = `${outer}-renamed`
    await ok(
      osc('project', 'set', '--name', name, '--description', 'New', '--disable', '--property', 'owner=grace', outerId),
    )
    const changed = await project(outerId)
    assert.deepEqual([changed.name, changed.description, changed.enabled, changed.owner], [name, 'New', false, 'grace'])
    await ok(osc('project', 'set', '--name', outer, '--enable', '--domain', 'default', name))
    assert.equal((await project(outerId)).enabled, true)
  })

  const tagged: [string[], string[]][] = [
    [
      ['--tag', 'c'],
      ['a', 'b', 'c'],
    ],
    [['--remove-tag', 'a', '--remove-tag', 'b'], ['c']],
    [['--clear-tags', '--tag', 'd'], ['d']],
    [['--clear-tags'], []],
  ]
  for (const [flags, expected] of tagged) {
    it(`changes tags: ${flags.join(' ')}`, async () => {
      await ok(osc('project', 'set', ...flags, outerId))
      assert.deepEqual([...((await project(outerId)).tags as string[])].sort(), expected)
    })
  }

  const wrong: [number, string[], RegExp][] = [
    [4, ['project', 'show', 'no-such-project'], /no-such-project/],
    [4, ['project', 'create', '--parent', 'no-such-project', 'x'], /no-such-project/],
    [4, ['project', 'list', '--domain', 'no-such-domain'], /no-such-domain/],
    [5, ['project', 'show', outer], /2 .*Domain/s],
    [2, ['project', 'set', 'demo'], /Nothing to change/],
    [2, ['project', 'create', '--enable', '--disable', 'x'], /--enable.*--disable/],
    [2, ['project', 'create', '--property', 'novalue', 'x'], /KEY=VALUE/],
    [2, ['project', 'create'], /name/],
    [2, ['project', 'list', '--sort', 'name:up'], /asc/],
    [2, ['project', 'list', '--limit', 'many'], /--limit/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, osc(...line)), message))
  }

  it('is forbidden to plain users', async () => {
    assert.match(await fails(1, plain('project', 'create', 'x')), /not authorized|forbidden|403/i)
  })

  it('deletes several, reports each that fails, in the order given', async () => {
    await ok(osc('project', 'set', '--no-immutable', innerId))
    const stderr = await fails(1, osc('project', 'delete', innerId, 'no-such-project', outerId))
    assert.match(stderr, /no-such-project/)
    assert.match(stderr, /1 of 3/)
    for (const id of [innerId, outerId]) assert.equal((await api('identity', 'GET', `/projects/${id}`)).status, 404)
  })
})
