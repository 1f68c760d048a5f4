import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {describe, it} from 'mocha'
import {authUrl} from './login-env.ts'
import {printsFields} from './prints-fields.ts'

describe('application credential and access rule', () => {
  const osc = oscOnCloud()
  const later = cleanUp()
  const name = uniqueName('appcred')
  const ruled = `${name}-ruled`
  const rules = '[{"service": "identity", "method": "GET", "path": "/v3/regions"}]'
  let rule = ''

  it('creates one that logs in and can do no more than its role', async () => {
    later('application', 'credential', 'delete', name)
    const made = await ok(
      osc(
        'application',
        'credential',
        'create',
        name,
        '--role',
        'reader',
        '--description',
        'For a test',
        '--expiration',
        '2099-01-02T03:04:05',
        '-f',
        'json',
      ),
    )
    const {ID: id, Secret: secret, Roles: roles, 'Expires At': expiresAt} = JSON.parse(made)
    assert.deepEqual([roles[0].name, expiresAt], ['reader', '2099-01-02T03:04:05.000000'])
    const auth = [
      '--os-auth-type',
      'v3applicationcredential',
      '--os-application-credential-id',
      id,
      '--os-application-credential-secret',
      secret,
    ]
    await ok(osc('region', 'list', '--os-cloud', '', '--os-auth-url', await authUrl(), ...auth))
  })

  it('creates one with access rules', async () => {
    later('application', 'credential', 'delete', ruled)
    const made = await ok(
      osc(
        'application',
        'credential',
        'create',
        ruled,
        '--secret',
        'of-my-own',
        '--access-rules',
        rules,
        '--unrestricted',
        '-f',
        'json',
      ),
    )
    const {Secret: secret, Unrestricted: unrestricted, 'Access Rules': created} = JSON.parse(made)
    assert.deepEqual([secret, unrestricted, created[0].path], ['of-my-own', true, '/v3/regions'])
    rule = created[0].id
  })

  it('access rule list as openstack does', () => same(['access', 'rule', 'list'], {formats: 'list'}).then(() => {}))

  for (const shown of [name, ruled]) {
    it(`shows ${shown === name ? 'one' : 'one with rules'}`, () =>
      printsFields(osc, ['application', 'credential', 'show', shown], 'applicationCredential'))
  }

  it('shows and deletes rules', async () => {
    await printsFields(osc, ['access', 'rule', 'show', rule], 'accessRule')
    await fails(1, osc('access', 'rule', 'delete', rule))
    await ok(osc('application', 'credential', 'delete', ruled))
    await ok(osc('access', 'rule', 'delete', rule))
    await fails(4, osc('access', 'rule', 'show', rule))
  })

  const wrong: [number, string[], RegExp][] = [
    [2, ['create', 'x', '--expiration', 'tomorrow'], /--expiration: 'tomorrow' is not a time/],
    [2, ['create', 'x', '--expiration', '2026-13-01T00:00:00'], /is not a time/],
    [2, ['create', 'x', '--access-rules', 'no-such-file.json'], /no-such-file\.json/],
    [2, ['create', 'x', '--access-rules', '{"a": 1}'], /list of rules/],
    [2, ['create', 'x', '--access-rules', '[{'], /JSON/],
    [4, ['create', 'x', '--role', 'no-such-role'], /Your roles: .*admin/],
    [4, ['show', 'no-such-credential'], /no-such-credential/],
    [2, ['create', 'x', '--restricted', '--unrestricted'], /mutually exclusive/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () =>
      assert.match(await fails(status, osc('application', 'credential', ...line)), message))
  }

  it('deletes what exists and reports what does not', async () => {
    const stderr = await fails(1, osc('application', 'credential', 'delete', name, 'no-such-credential'))
    assert.match(stderr, /no-such-credential[\s\S]*1 of 2 failed/)
    await fails(4, osc('application', 'credential', 'show', name))
  })
})
