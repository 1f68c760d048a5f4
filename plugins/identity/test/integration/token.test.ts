import assert from 'node:assert/strict'
import {asObject, decodeJson} from '@osc-cli/core'
import {login} from '@osc-cli/core/test/integration/support/api'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {ids, times, tokens} from '@osc-cli/core/test/integration/support/masks'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {describe, it} from 'mocha'
import {loginEnv} from './login-env.ts'

describe('token', () => {
  const osc = oscOnCloud()

  it('issues, as openstack does', async () => {
    await same(['token', 'issue'], {formats: 'show', masks: [ids, times, tokens]})
    const {userId, projectId} = await login()
    const issued = asObject(decodeJson(await ok(osc('token', 'issue', '-f', 'json'))))
    assert.deepEqual([issued.user_id, issued.project_id], [userId, projectId])
    assert.match(String(issued.expires), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/)
  })

  const scopes: [string, Record<string, string>][] = [
    ['a domain', {OS_DOMAIN_ID: 'default'}],
    ['the system', {OS_SYSTEM_SCOPE: 'all'}],
    ['another project', {OS_PROJECT_NAME: 'demo', OS_PROJECT_DOMAIN_ID: 'default'}],
    ['nothing', {}],
  ]
  for (const [what, scope] of scopes) {
    it(`issues for ${what} as openstack does`, async () => {
      const env = {...(await loginEnv()), ...scope}
      await same(['token', 'issue'], {formats: ['json'], masks: [ids, times, tokens], env})
      if (what === 'nothing') await same(['catalog', 'list'], {formats: 'list', env})
    })
  }

  it('issues another one every time', async () => {
    const token = () => ok(osc('token', 'issue', '-f', 'value', '-c', 'id'))
    assert.notEqual(await token(), await token())
  })

  it('revokes', async () => {
    const token = await ok(osc('token', 'issue', '-f', 'value', '-c', 'id'))
    await ok(osc('token', 'revoke', token))
    assert.match(await fails(4, osc('token', 'revoke', token)), /token/i)
  })

  it('does not find what is not a token', async () => {
    await fails(4, osc('token', 'revoke', uniqueName('token')))
    await fails(2, osc('token', 'revoke'))
  })
})

describe('catalog', () => {
  const osc = oscOnCloud()

  it('lists as openstack does', () => same(['catalog', 'list'], {formats: 'list'}).then(() => {}))

  it('lists plain users theirs', () =>
    same(['catalog', 'list'], {formats: ['json'], cloud: userCloudName()}).then(() => {}))

  for (const given of ['identity', 'keystone', 'orchestration']) {
    it(`shows ${given} as openstack does`, () => same(['catalog', 'show', given], {formats: 'show'}).then(() => {}))
  }

  it('does not find what is not in it', async () => {
    assert.match(await fails(4, osc('catalog', 'show', 'no-such-service')), /no-such-service/)
    await fails(2, osc('catalog', 'show'))
  })
})
