import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {describe, it} from 'mocha'
import {authUrl} from './login-env.ts'

describe('consumer, request token and access token', () => {
  const osc = oscOnCloud()
  const later = cleanUp()
  const description = uniqueName('consumer')
  let consumer = {id: '', secret: ''}

  it('creates a consumer', async () => {
    consumer = JSON.parse(await ok(osc('consumer', 'create', '--description', description, '-f', 'json')))
    later('consumer', 'delete', consumer.id)
  })

  it('lists and shows as openstack does', async () => {
    await same(['consumer', 'list'], {formats: 'list'})
    await same(['consumer', 'show', consumer.id], {formats: 'show'})
  })

  it('goes from the request to a token that logs in', async () => {
    const keys = ['--consumer-key', consumer.id, '--consumer-secret', consumer.secret]
    const request = JSON.parse(
      await ok(osc('request', 'token', 'create', ...keys, '--project', 'demo', '--domain', 'default', '-f', 'json')),
    )
    assert.deepEqual(Object.keys(request), ['expires', 'id', 'key', 'secret'])
    const pin = await ok(
      osc(
        'request',
        'token',
        'authorize',
        '--request-key',
        request.key,
        '--role',
        'member',
        '-f',
        'value',
        '-c',
        'oauth_verifier',
      ),
    )
    const line = [
      'access',
      'token',
      'create',
      ...keys,
      '--request-key',
      request.key,
      '--request-secret',
      request.secret,
      '--verifier',
      pin,
    ]
    const access = JSON.parse(await ok(osc(...line, '-f', 'json')))
    const login = [
      '--os-auth-type',
      'v3oauth1',
      '--os-consumer-key',
      consumer.id,
      '--os-consumer-secret',
      consumer.secret,
      '--os-access-key',
      access.key,
      '--os-access-secret',
      access.secret,
    ]
    const url = ['--os-cloud', '', '--os-auth-url', await authUrl()]
    await ok(osc('token', 'issue', ...url, ...login))
    assert.match(await fails(4, osc(...line)), /Request token not found/)
  })

  it('refuses a wrong secret', async () => {
    const line = [
      'request',
      'token',
      'create',
      '--consumer-key',
      consumer.id,
      '--consumer-secret',
      'wrong',
      '--project',
      'demo',
    ]
    const {status, stderr} = await osc(...line)
    assert.ok(status === 3 || status === 1, `${status} ${stderr}`)
    assert.match(stderr, /HTTP 401/)
  })

  it('changes and deletes', async () => {
    await ok(osc('consumer', 'set', '--description', `${description}-2`, consumer.id))
    assert.equal(await ok(osc('consumer', 'show', consumer.id, '-f', 'value', '-c', 'description')), `${description}-2`)
    await ok(osc('consumer', 'delete', consumer.id))
    await fails(4, osc('consumer', 'show', consumer.id))
  })
})
