import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {ids} from '@osc-cli/core/test/integration/support/masks'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {openstack} from '@osc-cli/core/test/integration/support/openstack'
import {same} from '@osc-cli/core/test/integration/support/same'
import {describe, it} from 'mocha'
import {printsFields} from './prints-fields.ts'
import {recordOf} from './record.ts'

describe('credential', () => {
  const osc = oscOnCloud()
  const later = cleanUp()
  const type = uniqueName('type')
  let id = ''

  it('creates', async () => {
    id = await ok(
      osc(
        'credential',
        'create',
        '--type',
        type,
        '--project',
        'demo',
        'demo',
        'it\'s "data"',
        '-f',
        'value',
        '-c',
        'id',
      ),
    )
    later('credential', 'delete', id)
    const {blob, type: kept} = await recordOf('credential', `/credentials/${id}`)
    assert.deepEqual([blob, kept], ['it\'s "data"', type])
  })

  it('lists and shows as openstack does', async () => {
    await same(['credential', 'list', '--type', type], {formats: 'list'})
    await same(['credential', 'list', '--user', 'demo', '--user-domain', 'default'], {formats: 'list'})
    await same(['credential', 'show', id], {formats: 'show'})
  })

  it('changes', async () => {
    await ok(osc('credential', 'set', '--user', 'demo', '--type', type, '--data', 'other', id))
    assert.equal((await recordOf('credential', `/credentials/${id}`)).blob, 'other')
  })

  it('names what is missing', async () => {
    assert.match(await fails(4, osc('credential', 'show', 'nothing')), /nothing/)
    assert.match(await fails(2, osc('credential', 'set', id)), /--user is missing/)
    assert.match(await fails(4, osc('credential', 'create', 'no-such-user', 'x')), /no-such-user/)
  })

  it('deletes', async () => {
    await ok(osc('credential', 'delete', id))
    await fails(4, osc('credential', 'show', id))
  })
})

describe('ec2 credentials', () => {
  const osc = oscOnCloud()
  const later = cleanUp()
  let access = ''

  it('creates, as openstack does', async () => {
    const drop = async () => {
      const {stdout} = await openstack(['ec2', 'credentials', 'list', '-f', 'value', '-c', 'Access'])
      for (const key of stdout.trim().split('\n')) await openstack(['ec2', 'credentials', 'delete', key])
    }
    await same(['ec2', 'credentials', 'create'], {formats: ['json'], masks: [ids], undo: drop})
    await drop()
    access = await ok(
      osc('ec2', 'credentials', 'create', '--user', 'demo', '--project', 'demo', '-f', 'value', '-c', 'access'),
    )
    later('ec2', 'credentials', 'delete', '--user', 'demo', access)
  })

  it('lists and shows as openstack does', async () => {
    await same(['ec2', 'credentials', 'list', '--user', 'demo'], {formats: 'list'})
    await same(['ec2', 'credentials', 'list'], {formats: 'list'})
    await same(['ec2', 'credentials', 'show', '--user', 'demo', access], {formats: 'show'})
  })

  it('deletes', async () => {
    await ok(osc('ec2', 'credentials', 'delete', '--user', 'demo', access))
    await fails(4, osc('ec2', 'credentials', 'show', '--user', 'demo', access))
  })
})

describe('trust', () => {
  const osc = oscOnCloud()
  const later = cleanUp()
  let id = ''

  it('creates', async () => {
    // Keystone remembers deleted trusts, and refuses another one that is the same in everything.
    const expires = new Date(Date.now() + 1e11).toISOString().slice(0, 19)
    const line = [
      'trust',
      'create',
      '--project',
      'admin',
      '--role',
      'reader',
      '--role',
      'member',
      '--expiration',
      expires,
      'admin',
      'demo',
    ]
    const made = JSON.parse(await ok(osc(...line, '-f', 'json')))
    id = made.id
    later('trust', 'delete', id)
    const roles = made.roles.map(({name}: {name: string}) => name)
    assert.deepEqual([made.is_impersonation, roles.sort()], [false, ['member', 'reader']])
    assert.ok(made.expires_at.startsWith(expires), made.expires_at)
  })

  it('lists and shows as openstack does', async () => {
    await same(['trust', 'list'], {formats: 'list'})
    await printsFields(osc, ['trust', 'show', id], 'trust')
  })

  it('narrows the list', async () => {
    const listed = async (...options: string[]) =>
      (await ok(osc('trust', 'list', ...options, '-f', 'value', '-c', 'ID'))).split('\n')
    assert.ok((await listed('--trustee', 'demo', '--trustor', 'admin')).includes(id))
    assert.ok((await listed('--auth-user')).includes(id))
    for (const options of [
      ['--trustor', 'demo'],
      ['--trustee', 'admin'],
    ])
      assert.ok(!(await listed(...options)).includes(id), options.join(' '))
  })

  it('refuses what is wrong', async () => {
    assert.match(await fails(2, osc('trust', 'create', 'admin', 'demo', '--role', 'reader')), /--project is missing/)
    assert.match(
      await fails(2, osc('trust', 'create', 'admin', 'demo', '--role', 'r', '--project', 'p', '--expiration', 'soon')),
      /soon/,
    )
    assert.match(await fails(4, osc('trust', 'show', 'nothing')), /nothing/)
  })

  it('deletes', async () => {
    await ok(osc('trust', 'delete', id))
    await fails(4, osc('trust', 'show', id))
  })
})
