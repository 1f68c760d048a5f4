import assert from 'node:assert/strict'
import type {CloudConfig} from '#cloud/config/types'
import {NotFoundError} from '#errors'
import {fakeTrace, fakeTransport, KEYSTONE, openFake} from '../session/fake-cloud.ts'

/** The only request of a call with an authentication type that needs no Keystone to log in. */
async function only(over: Partial<CloudConfig>, service = 'baremetal', trace = fakeTrace()) {
  const cloud = fakeTransport(() => ({body: {}}))
  await openFake(cloud, over, {trace}).get(service, '/things')
  const [sent] = cloud.sent
  assert.ok(sent && cloud.sent.length === 1)
  return sent
}

describe('without Keystone', () => {
  const endpoint = 'http://alone.example/v1'

  it('none: every service is at the endpoint', async () => {
    for (const authType of ['none', 'noauth']) {
      const {url, headers} = await only({authType, auth: {endpoint}})
      assert.equal(url, 'http://alone.example/v1/things')
      assert.equal(headers['x-auth-token'], 'notused')
    }
  })

  it('none: an override of one service goes before the endpoint', async () => {
    const settings = {baremetal_endpoint_override: 'http://ironic.example/v1'}
    assert.equal((await only({authType: 'none', auth: {endpoint}, settings})).url, 'http://ironic.example/v1/things')
  })

  it('none: an override is enough', async () => {
    const over = {authType: 'none', auth: {}, settings: {baremetal_endpoint_override: 'http://ironic.example/v1'}}
    assert.equal((await only(over)).url, 'http://ironic.example/v1/things')
    await assert.rejects(only(over, 'compute'), NotFoundError)
  })

  it('admin_token: the token as it is', async () => {
    const {url, headers} = await only({authType: 'admin_token', auth: {endpoint: KEYSTONE, token: 'tok'}}, 'identity')
    assert.equal(url, `${KEYSTONE}/things`)
    assert.equal(headers['x-auth-token'], 'tok')
  })

  it('http_basic: name and password, which stay secret in either form', async () => {
    const trace = fakeTrace()
    const auth = {endpoint, username: 'böb', password: 'p:w'}
    const {headers} = await only({authType: 'http_basic', auth}, 'baremetal', trace)
    assert.equal(headers.authorization, `Basic ${Buffer.from('böb:p:w').toString('base64')}`)
    assert.equal(headers['x-auth-token'], undefined)
    assert.ok(trace.secrets.includes('p:w'))
    assert.ok(trace.secrets.includes(Buffer.from('böb:p:w').toString('base64')))
  })

  const scopes: [string, CloudConfig['auth'], Record<string, string>][] = [
    ['project ID', {project_id: 'p'}, {'x-project-id': 'p'}],
    [
      'project name',
      {project_name: 'p', project_domain_name: 'D'},
      {'x-project-name': 'p', 'x-project-domain-name': 'D'},
    ],
    ['domain ID', {domain_id: 'd'}, {'x-domain-id': 'd'}],
    ['domain name', {domain_name: 'd'}, {'x-domain-name': 'd'}],
  ]
  for (const [what, scope, expected] of scopes) {
    it(`v3tokenlessauth: Keystone alone, scope by ${what} in headers`, async () => {
      const sent = await only({authType: 'v3tokenlessauth', auth: {auth_url: KEYSTONE, ...scope}}, 'identity')
      assert.equal(sent.url, `${KEYSTONE}/things`)
      const given = Object.entries(sent.headers).filter(([name]) => name.startsWith('x-'))
      assert.deepEqual(Object.fromEntries(given), expected)
    })
  }
})
