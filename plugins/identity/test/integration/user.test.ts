import assert from 'node:assert/strict'
import {asObject, decodeJson} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {loginEnv} from './login-env.ts'
import {FIELDS, printsFields} from './prints-fields.ts'
import {recordOf} from './record.ts'

describe('user', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const later = cleanUp()
  const [name, domain, group] = [uniqueName('ada'), uniqueName('domain'), uniqueName('group')]
  const user = () => recordOf('user', `/users/${id}`)
  let id = ''

  before(async () => {
    await ok(osc('domain', 'create', domain))
    later('domain', 'delete', domain)
    later('domain', 'set', '--disable', domain)
    await ok(osc('group', 'create', group))
    later('group', 'delete', group)
  })

  it('creates', async () => {
    const line = ['user', 'create', '--email', 'ada@example.org', '--project', 'demo', '--project-domain', 'default']
    id = await ok(osc(...line, '--password', 'first', '--description', 'Countess', name, '-f', 'value', '-c', 'id'))
    later('user', 'delete', id)
    const {email, default_project_id, description, enabled} = await user()
    const demo = await ok(osc('project', 'show', 'demo', '-f', 'value', '-c', 'id'))
    assert.deepEqual([email, default_project_id, description, enabled], ['ada@example.org', demo, 'Countess', true])
  })

  it('prints what it created, and warns of the missing password', async () => {
    const other = uniqueName('twice')
    later('user', 'delete', other)
    const line = [
      'user',
      'create',
      '--disable',
      '--enable-multi-factor-auth',
      '--multi-factor-auth-rule',
      'password,totp',
      other,
    ]
    const {stdout, stderr} = await osc(...line, '-f', 'json')
    assert.equal(Object.keys(asObject(decodeJson(stdout))).join(), FIELDS.user)
    assert.match(stderr, /password/i)
  })

  it('creates one of the same name in another domain; --or-show finds it there', async () => {
    const line = ['user', 'create', '--or-show', '--domain', domain, name, '-f', 'value', '-c', 'id']
    const other = await ok(osc(...line))
    later('user', 'delete', other)
    assert.notEqual(other, id)
    assert.equal(await ok(osc(...line)), other)
    assert.equal(
      (await recordOf('user', `/users/${other}`)).domain_id,
      await ok(osc('domain', 'show', domain, '-f', 'value', '-c', 'id')),
    )
  })

  const options: [string[], unknown][] = [
    [['--ignore-lockout-failure-attempts'], {ignore_lockout_failure_attempts: true}],
    [['--ignore-password-expiry'], {ignore_password_expiry: true}],
    [['--ignore-change-password-upon-first-use'], {ignore_change_password_upon_first_use: true}],
    [['--enable-lock-password'], {lock_password: true}],
    [['--enable-multi-factor-auth'], {multi_factor_auth_enabled: true}],
    [
      ['--multi-factor-auth-rule', 'password,totp', '--multi-factor-auth-rule', 'password'],
      {multi_factor_auth_rules: [['password', 'totp'], ['password']]},
    ],
    [
      ['--no-ignore-lockout-failure-attempts', '--no-ignore-password-expiry', '--disable-lock-password'],
      {ignore_lockout_failure_attempts: false, ignore_password_expiry: false, lock_password: false},
    ],
    [
      ['--no-ignore-change-password-upon-first-use', '--disable-multi-factor-auth'],
      {ignore_change_password_upon_first_use: false, multi_factor_auth_enabled: false},
    ],
  ]
  for (const [flags, expected] of options) {
    it(`changes options: ${flags.join(' ')}`, async () => {
      await ok(osc('user', 'set', ...flags, id))
      const now = asObject((await user()).options)
      assert.deepEqual({...now, ...asObject(expected)}, now)
    })
  }

  it('changes the rest', async () => {
    const flags = [
      '--name',
      `${name}-2`,
      '--email',
      'x@example.org',
      '--description',
      'New',
      '--project',
      'admin',
      '--disable',
    ]
    await ok(osc('user', 'set', '--domain', 'default', ...flags, name))
    const changed = await user()
    const admin = await ok(osc('project', 'show', 'admin', '-f', 'value', '-c', 'id'))
    assert.deepEqual(
      [changed.name, changed.email, changed.description, changed.default_project_id, changed.enabled],
      [`${name}-2`, 'x@example.org', 'New', admin, false],
    )
    await ok(osc('user', 'set', '--name', name, '--enable', id))
    await ok(osc('user', 'set', id))
    assert.equal((await user()).enabled, true)
  })

  // python-openstackclient 10.2.1 prints None for what is missing, Debian's nothing.
  const long = ['--long', '-c', 'ID', '-c', 'Name', '-c', 'Domain', '-c', 'Enabled']
  const lists = [
    ['user', 'list'],
    ['user', 'list', ...long],
    ['user', 'list', '--domain', 'default', ...long],
    ['user', 'list', '--domain', domain],
    ['user', 'list', '--group', group],
  ]
  for (const line of lists)
    it(`${line.slice(0, 3).join(' ')} as openstack does`, () => same(line, {formats: 'list'}).then(() => {}))

  it('lists who has a role on a project as openstack does, in any order', async () => {
    await ok(osc('role', 'add', '--user', id, '--project', 'demo', 'reader'))
    await ok(osc('role', 'add', '--user', id, '--project', 'demo', 'member'))
    await same(['user', 'list', '--project', 'demo', ...long], {formats: 'list', unordered: true})
    await same(['user', 'list', '--project', 'demo', '--domain', 'default'], {formats: ['value'], unordered: true})
  })

  it('lists the members of a group, by state and in parts', async () => {
    await ok(osc('group', 'add', 'user', group, id))
    assert.equal(await ok(osc('user', 'list', '--group', group, '--enabled', '-f', 'value', '-c', 'ID')), id)
    assert.equal(await ok(osc('user', 'list', '--group', group, '--disabled', '-f', 'value')), '')
    assert.equal((await ok(osc('user', 'list', '--max-items', '2', '-f', 'value'))).split('\n').length, 2)
  })

  for (const line of [
    ['user', 'show', 'demo'],
    ['user', 'show', '--domain', 'Default', name],
  ]) {
    it(line.join(' '), () => printsFields(osc, line, 'user'))
  }

  it('shows plain users themselves by name', async () => {
    await printsFields(plain, ['user', 'show', 'demo'], 'user')
    await fails(1, plain('user', 'show', 'admin'))
  })

  it('changes their own password', async () => {
    const as = async (password: string) => ({
      env: {...(await loginEnv()), OS_USERNAME: name, OS_PASSWORD: password},
    })
    await ok(osc('user', 'set', '--password', 'second', id))
    await ok(
      osc(['user', 'password', 'set', '--original-password', 'second', '--password', 'third'], await as('second')),
    )
    await ok(osc(['token', 'issue'], await as('third')))
    await fails(3, osc(['token', 'issue'], await as('second')))
  })

  it('asks for passwords at the terminal, twice for a new one, and shows none', async () => {
    const other = uniqueName('asked')
    later('user', 'delete', other)
    const typed = await osc(['user', 'create', '--password-prompt', other, '-f', 'value', '-c', 'id'], {
      terminal: {streams: ['stdin', 'stderr']},
      answers: ['first1', 'second2', 'third3', 'third3'].map((text) => [/Password:$/, `${text}\n`] as const),
    })
    assert.equal(typed.status, 0, typed.stderr)
    assert.match(typed.stderr, /User Password:.*Repeat User Password:.*do not match.*User Password:/s)
    assert.doesNotMatch(typed.stderr, /first1|second2|third3/)
    assert.match(await fails(2, osc('user', 'create', '--password-prompt', 'x')), /terminal/)
  })

  const wrong: [number, string[], RegExp][] = [
    [4, ['user', 'show', 'no-such-user'], /no-such-user/],
    [4, ['user', 'set', '--project', 'no-such-project', 'demo'], /no-such-project/],
    [4, ['user', 'list', '--group', 'no-such-group'], /no-such-group/],
    [5, ['user', 'create', 'demo'], /demo/],
    [5, ['user', 'show', name], /2 /],
    [2, ['user', 'list', '--group', 'a', '--project', 'b'], /--group.*--project/],
    [2, ['user', 'set', '--enable-lock-password', '--disable-lock-password', 'demo'], /exclude/],
    [
      1,
      ['user', 'create', '--multi-factor-auth-rule', 'password,password', '--password', 'x', uniqueName('bad')],
      /multi_factor/,
    ],
    [2, ['user', 'password', 'set'], /terminal/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.slice(0, 4).join(' ')} ends with ${status}`, async () =>
      assert.match(await fails(status, osc(...line)), message))
  }

  it('is forbidden to plain users', async () => {
    await fails(1, plain('user', 'create', '--password', 'x', 'x'))
  })

  it('deletes in a domain', async () => {
    await ok(osc('user', 'delete', '--domain', domain, name))
    assert.equal((await api('identity', 'GET', `/users/${id}`)).status, 200)
    assert.match(await fails(1, osc('user', 'delete', name, 'no-such-user')), /1 of 2/)
    assert.equal((await api('identity', 'GET', `/users/${id}`)).status, 404)
  })
})
