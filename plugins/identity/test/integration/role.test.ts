import assert from 'node:assert/strict'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {openstack} from '@osc-cli/core/test/integration/support/openstack'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {printsFields} from './prints-fields.ts'
import {recordOf} from './record.ts'

describe('role', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const later = cleanUp()
  const [name, other, domain, project, ada, crew] = ['role', 'prior', 'domain', 'project', 'ada', 'crew'].map(
    uniqueName,
  ) as [string, string, string, string, string, string]
  const idOf = (noun: string, given: string) => ok(osc(noun, 'show', given, '-f', 'value', '-c', 'id'))
  const has = async (path: string) => (await api('identity', 'HEAD', path)).status === 204
  let id = ''
  let at: {domain: string; project: string; ada: string; crew: string}

  before(async () => {
    await ok(osc('domain', 'create', domain))
    later('domain', 'delete', domain)
    later('domain', 'set', '--disable', domain)
    await Promise.all([
      ok(osc('project', 'create', project)),
      ok(osc('user', 'create', ada)),
      ok(osc('group', 'create', crew)),
    ])
    later('project', 'delete', project)
    later('user', 'delete', ada)
    later('group', 'delete', crew)
    at = {
      domain: await idOf('domain', domain),
      project: await idOf('project', project),
      ada: await idOf('user', ada),
      crew: await idOf('group', crew),
    }
  })

  it('creates, as openstack does', async () => {
    later('role', 'delete', name)
    await printsFields(osc, ['role', 'create', '--description', 'Auditors', name], 'role')
    id = await ok(osc('role', 'create', '--or-show', name, '-f', 'value', '-c', 'id'))
    const {description, domain_id} = await recordOf('role', `/roles/${id}`)
    assert.deepEqual([description, domain_id], ['Auditors', null])
  })

  it('creates in a domain; --or-show finds it there', async () => {
    const line = ['role', 'create', '--domain', domain, '--or-show', name, '-f', 'value', '-c', 'id']
    const inDomain = await ok(osc(...line))
    later('role', 'delete', inDomain)
    assert.notEqual(inDomain, id)
    assert.equal(await ok(osc(...line)), inDomain)
  })

  it('protects', async () => {
    await ok(osc('role', 'set', '--immutable', name))
    assert.match(await fails(1, osc('role', 'set', '--description', 'x', name)), /immutable/)
    await ok(osc('role', 'set', '--no-immutable', name))
  })

  it('changes', async () => {
    await ok(osc('role', 'set', '--name', `${name}-2`, '--description', 'New', name))
    const changed = await recordOf('role', `/roles/${id}`)
    assert.deepEqual([changed.name, changed.description], [`${name}-2`, 'New'])
    await ok(osc('role', 'set', '--name', name, id))
  })

  for (const line of [
    ['role', 'list'],
    ['role', 'list', '--domain', domain],
    ['role', 'list', '--domain', 'default'],
  ]) {
    it(`${line.join(' ')} as openstack does`, () => same(line, {formats: 'list'}).then(() => {}))
  }
  for (const line of [
    ['role', 'show', name],
    ['role', 'show', '--domain', domain, name],
    ['role', 'show', 'member'],
  ]) {
    it(line.join(' '), () => printsFields(osc, line, 'role'))
  }

  const grants: [string, () => [string[], string]][] = [
    ['a user on a project', () => [['--user', ada, '--project', project], `/projects/${at.project}/users/${at.ada}`]],
    [
      'a user on a domain',
      () => [['--user', ada, '--user-domain', 'default', '--domain', domain], `/domains/${at.domain}/users/${at.ada}`],
    ],
    ['a user on the system', () => [['--user', ada, '--system', 'all'], `/system/users/${at.ada}`]],
    [
      'a group on a project',
      () => [
        ['--group', crew, '--group-domain', 'default', '--project', project, '--project-domain', 'Default'],
        `/projects/${at.project}/groups/${at.crew}`,
      ],
    ],
    ['a group on a domain', () => [['--group', crew, '--domain', domain], `/domains/${at.domain}/groups/${at.crew}`]],
    ['a group on the system', () => [['--group', crew, '--system', 'all'], `/system/groups/${at.crew}`]],
  ]
  for (const [whom, grant] of grants) {
    it(`gives ${whom} the role and takes it away`, async () => {
      const [flags, path] = grant()
      await ok(osc('role', 'add', ...flags, name))
      assert.ok(await has(`${path}/roles/${id}`))
      await same(['role', 'assignment', 'list', '--role', name, '--names'], {formats: 'list'})
      await ok(osc('role', 'remove', ...flags, name))
      assert.ok(!(await has(`${path}/roles/${id}`)))
    })
  }

  it('gives inherited roles', async () => {
    const path = `/OS-INHERIT/domains/${at.domain}/users/${at.ada}/roles/${id}/inherited_to_projects`
    await ok(osc('role', 'add', '--inherited', '--user', ada, '--domain', domain, name))
    assert.ok(await has(path))
    await same(['role', 'assignment', 'list', '--inherited'], {formats: 'list'})
    await ok(osc('role', 'remove', '--inherited', '--user', ada, '--domain', domain, name))
    assert.ok(!(await has(path)))
  })

  it('gives the role of a domain by --role-domain', async () => {
    const inDomain = await ok(osc('project', 'create', '--domain', domain, project, '-f', 'value', '-c', 'id'))
    later('project', 'delete', inDomain)
    const grant = ['--role-domain', domain, '--user', ada, '--project', inDomain, name]
    await ok(osc('role', 'add', ...grant))
    await same(['role', 'assignment', 'list', '--role', name, '--role-domain', domain], {formats: ['json']})
    await ok(osc('role', 'remove', ...grant))
  })

  const assignments = [
    [],
    ['--names'],
    ['--effective', '--names'],
    ['--user', 'demo', '--project', 'demo', '--names'],
    ['--user', 'demo', '--user-domain', 'default', '--project', 'demo', '--project-domain', 'default'],
    ['--role', 'member', '--project', 'demo'],
    ['--group', crew],
    ['--group', crew, '--group-domain', 'default'],
    ['--domain', 'default'],
    ['--system', 'all'],
    ['--auth-user'],
    ['--auth-user', '--auth-project', '--names'],
    ['--auth-project'],
  ]
  for (const flags of assignments) {
    const line = ['role', 'assignment', 'list', ...flags]
    it(`${line.join(' ')} as openstack does`, () => same(line, {formats: 'list'}).then(() => {}))
  }

  it('lets one role imply another', async () => {
    await ok(osc('role', 'create', other))
    later('role', 'delete', other)
    const prior = await idOf('role', other)
    const line = ['implied', 'role', 'create', '--implied-role', name, other]
    const undo = () => openstack(['implied', 'role', 'delete', '--implied-role', name, other])
    await same(line, {formats: ['json'], undo})
    assert.ok(await has(`/roles/${prior}/implies/${id}`))
    await same(['implied', 'role', 'list'], {formats: 'list'})
    await ok(osc('implied', 'role', 'delete', '--implied-role', name, other))
    assert.ok(!(await has(`/roles/${prior}/implies/${id}`)))
    await ok(osc(...line, '-f', 'table'))
  })

  const wrong: [number, string[], RegExp][] = [
    [2, ['role', 'add', '--user', 'demo', 'member'], /--system, --domain, --project/],
    [2, ['role', 'add', '--project', 'demo', 'member'], /--user, --group/],
    [2, ['role', 'add', '--user', 'a', '--group', 'b', '--project', 'c', 'member'], /--user, --group/],
    [2, ['role', 'add', '--user', 'a', '--domain', 'b', '--project', 'c', 'member'], /exactly one/],
    [2, ['role', 'add', '--inherited', '--user', 'demo', '--system', 'all', 'member'], /--inherited/],
    [4, ['role', 'add', '--user', 'demo', '--project', 'demo', 'no-such-role'], /no-such-role/],
    [4, ['role', 'add', '--user', 'no-such-user', '--project', 'demo', 'member'], /no-such-user/],
    [4, ['role', 'remove', '--user', 'no-such-user', '--project', 'demo', 'member'], /no-such-user|assignment/],
    [4, ['role', 'show', 'no-such-role'], /no-such-role/],
    [4, ['implied', 'role', 'create', '--implied-role', 'no-such-role', 'member'], /no-such-role/],
    [2, ['implied', 'role', 'create', 'member'], /--implied-role/],
    [5, ['role', 'create', name], new RegExp(name)],
    [2, ['role', 'set', name], /Nothing to change/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, osc(...line)), message))
  }

  it('clears away what a deleted user left', async () => {
    await ok(osc('role', 'remove', '--help'))
    const path = `/projects/${at.project}/users/${'0'.repeat(32)}/roles/${id}`
    const result = await osc('role', 'remove', '--user', '0'.repeat(32), '--project', at.project, name, '--debug')
    assert.ok(result.stderr.includes(path), result.stderr)
  })

  it('is forbidden to plain users', async () => {
    await fails(1, plain('role', 'create', 'x'))
  })

  it('deletes in a domain, and several', async () => {
    await ok(osc('role', 'delete', '--domain', domain, name))
    assert.equal((await api('identity', 'GET', `/roles/${id}`)).status, 200)
    assert.match(await fails(1, osc('role', 'delete', name, 'no-such-role', other)), /1 of 3/)
    assert.equal((await api('identity', 'GET', `/roles/${id}`)).status, 404)
  })
})
