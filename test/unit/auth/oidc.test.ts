import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {secondsOf} from '#cloud/auth/oidc-device'
import type {CloudConfig} from '#cloud/config/types'
import {AuthError, ConfigError, HttpError, WaitError} from '#errors'
import {type Fixture, type Got, logIn, startFixture, tokenAnswer} from './http-fixture.ts'

const FEDERATED = '/v3/OS-FEDERATION/identity_providers/my%20idp/protocols/openid/auth'
const BASIC = `Basic ${Buffer.from('client:hush').toString('base64')}`

// Keystone federates only behind a web server with an OpenID Connect module, so a fixture stands for both.
describe('OpenID Connect, against an HTTP fixture (no real Keystone, no real provider)', () => {
  let fixture: Fixture
  beforeEach(async () => {
    fixture = await startFixture()
    fixture.routes['POST /token'] = () => ({
      json: {access_token: 'idp-token', id_token: 'idp-id', token_type: 'Bearer'},
    })
    fixture.routes[`POST ${FEDERATED}`] = () => tokenAnswer('unscoped')
    fixture.routes['POST /v3/auth/tokens'] = () => tokenAnswer('scoped')
  })
  afterEach(() => fixture.close())

  const auth = (over: CloudConfig['auth'] = {}): CloudConfig['auth'] => ({
    auth_url: `${fixture.url}/v3`,
    identity_provider: 'my idp',
    protocol: 'openid',
    client_id: 'client',
    client_secret: 'hush',
    access_token_endpoint: `${fixture.url}/token`,
    project_id: 'p1',
    ...over,
  })

  const got = (path: string): Got => {
    const found = fixture.got.find((request) => request.path === path)
    assert.ok(found, `${path} was requested`)
    return found
  }

  it('v3oidcclientcredentials: grant, federated token, scoped token', async () => {
    const {access, secrets} = await logIn({authType: 'v3oidcclientcredentials', auth: auth()})
    assert.equal(access.token, 'scoped')
    assert.deepEqual(got('/token').form, {grant_type: 'client_credentials', scope: 'openid profile'})
    assert.equal(got('/token').headers.authorization, BASIC)
    assert.equal(got(FEDERATED).headers.authorization, 'Bearer idp-token')
    assert.deepEqual(got('/v3/auth/tokens').json, {
      auth: {identity: {methods: ['token'], token: {id: 'unscoped'}}, scope: {project: {id: 'p1'}}},
    })
    for (const secret of ['hush', 'idp-token', 'unscoped', 'scoped']) assert.ok(secrets.includes(secret), secret)
  })

  it('v3oidcpassword: name and password, a scope of its own', async () => {
    const over = {username: 'alice', password: 'wonderland', scope: 'openid email'}
    await logIn({authType: 'v3oidcpassword', auth: auth(over)})
    const expected = {grant_type: 'password', username: 'alice', password: 'wonderland', scope: 'openid email'}
    assert.deepEqual(got('/token').form, expected)
  })

  it('v3oidcpassword: password and one-time password are asked for', async () => {
    const over = {authType: 'v3oidcpassword', auth: auth({username: 'alice', idp_otp_key: 'totp'})}
    const {secrets} = await logIn(over, ['wonderland', '123456'])
    assert.equal(got('/token').form.password, 'wonderland')
    assert.equal(got('/token').form.totp, '123456')
    assert.ok(secrets.includes('wonderland') && secrets.includes('123456'))
  })

  it('v3oidcaccesstoken: the token that is there; without a scope it stays as it is', async () => {
    const over = auth({access_token: 'mine', project_id: null})
    const {access} = await logIn({authType: 'v3oidcaccesstoken', auth: over})
    assert.equal(access.token, 'unscoped')
    assert.equal(got(FEDERATED).headers.authorization, 'Bearer mine')
    assert.equal(fixture.got.length, 1)
  })

  it('v3oidcauthcode: the code and where it was sent', async () => {
    await logIn({authType: 'v3oidcauthcode', auth: auth({code: 'c0de', redirect_uri: 'http://localhost/cb'})})
    const expected = {grant_type: 'authorization_code', code: 'c0de', redirect_uri: 'http://localhost/cb'}
    assert.deepEqual(got('/token').form, expected)
  })

  it('the id_token where that is wanted', async () => {
    await logIn({authType: 'v3oidcclientcredentials', auth: auth({access_token_type: 'id_token'})})
    assert.equal(got(FEDERATED).headers.authorization, 'Bearer idp-id')
  })

  it('the endpoint of the discovery document', async () => {
    fixture.routes['GET /.well-known/openid-configuration'] = () => ({json: {token_endpoint: `${fixture.url}/other`}})
    fixture.routes['POST /other'] = () => ({json: {access_token: 'from-other'}})
    const discovery = {
      access_token_endpoint: null,
      discovery_endpoint: `${fixture.url}/.well-known/openid-configuration`,
    }
    await logIn({authType: 'v3oidcclientcredentials', auth: auth(discovery)})
    assert.equal(got(FEDERATED).headers.authorization, 'Bearer from-other')
  })

  it('a grant that the provider does not support is reported', async () => {
    fixture.routes['GET /d'] = () => ({json: {token_endpoint: 'x', grant_types_supported: ['implicit']}})
    const over = {authType: 'v3oidcclientcredentials', auth: auth({discovery_endpoint: `${fixture.url}/d`})}
    await assert.rejects(logIn(over), (error) => {
      return (
        error instanceof ConfigError && /client_credentials/.test(error.message) && /implicit/.test(error.hint ?? '')
      )
    })
  })

  it('a missing endpoint is reported', async () => {
    const over = {authType: 'v3oidcclientcredentials', auth: auth({access_token_endpoint: null})}
    await assert.rejects(logIn(over), (error) => {
      return error instanceof ConfigError && /access_token_endpoint/.test(error.hint ?? '')
    })
  })

  it("the provider's refusal is printed, without the secret", async () => {
    fixture.routes['POST /token'] = () => ({
      status: 401,
      json: {error: 'invalid_client', error_description: 'Unknown client'},
    })
    await assert.rejects(logIn({authType: 'v3oidcclientcredentials', auth: auth()}), (error) => {
      assert.ok(error instanceof AuthError)
      assert.match(error.message, /invalid_client: Unknown client/)
      assert.doesNotMatch(`${error.message}${error.hint}`, /hush/)
      return true
    })
  })

  it("the provider's own fault is printed", async () => {
    fixture.routes['POST /token'] = () => ({status: 500, json: {message: 'out of order'}})
    await assert.rejects(logIn({authType: 'v3oidcclientcredentials', auth: auth()}), HttpError)
  })

  it("Keystone's refusal is printed", async () => {
    fixture.routes[`POST ${FEDERATED}`] = () => ({status: 401, json: {error: {message: 'No mapping matched'}}})
    const failing = logIn({authType: 'v3oidcaccesstoken', auth: auth({access_token: 'mine'})})
    await assert.rejects(failing, (error) => error instanceof AuthError && /No mapping matched/.test(error.message))
  })

  describe('v3oidcdeviceauthz', () => {
    const device = {
      device_code: 'dev',
      user_code: 'ABCD',
      verification_uri: 'https://idp/device',
      expires_in: 60,
      interval: 1,
    }
    const over = (more: CloudConfig['auth'] = {}) => ({
      authType: 'v3oidcdeviceauthz',
      auth: auth({client_secret: null, device_authorization_endpoint: `${fixture.url}/device`, ...more}),
    })

    it('sends the person to a browser and waits', async () => {
      const answers = ['authorization_pending', 'authorization_pending']
      fixture.routes['POST /device'] = () => ({json: device})
      fixture.routes['POST /token'] = () => {
        const error = answers.shift()
        return error === undefined ? {json: {access_token: 'mine'}} : {status: 400, json: {error}}
      }
      const {access, printed} = await logIn(over())
      assert.equal(access.token, 'scoped')
      assert.deepEqual(printed, ['To log in, open https://idp/device and enter the code ABCD.'])
      assert.deepEqual(got('/device').form, {scope: 'openid profile', client_id: 'client'})
      assert.deepEqual(got('/token').form, {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: 'dev',
        client_id: 'client',
      })
      assert.equal(fixture.got.filter(({path}) => path === '/token').length, 3)
    })

    it('waits through outages of the provider', async () => {
      const outages = [503, 429]
      fixture.routes['POST /device'] = () => ({json: device})
      fixture.routes['POST /token'] = () => {
        const status = outages.shift()
        return status === undefined ? {json: {access_token: 'mine'}} : {status, json: {}}
      }
      const {access, printed} = await logIn(over())
      assert.equal(access.token, 'scoped')
      assert.match(printed[1] ?? '', /^No response from the service; still waiting: .*503/)
      assert.equal(printed.length, 2)
    })

    it('proves with PKCE that it began, and a client with a secret shows it', async () => {
      fixture.routes['POST /device'] = () => ({
        json: {...device, verification_uri_complete: 'https://idp/device?c=ABCD'},
      })
      const {printed} = await logIn(over({client_secret: 'hush', code_challenge_method: 'S256'}))
      assert.deepEqual(printed, ['To log in, open https://idp/device?c=ABCD.'])
      const {code_challenge: challenge, code_challenge_method: method, client_id: id} = got('/device').form
      const {code_verifier: verifier = ''} = got('/token').form
      assert.equal(method, 'S256')
      assert.equal(id, undefined)
      assert.equal(got('/device').headers.authorization, BASIC)
      assert.match(verifier, /^[\w-]{43,128}$/)
      assert.equal(challenge, createHash('sha256').update(verifier).digest('base64url'))
    })

    it('reports when the user refuses, and when the code expires', async () => {
      fixture.routes['POST /device'] = () => ({json: device})
      fixture.routes['POST /token'] = () => ({status: 400, json: {error: 'access_denied'}})
      await assert.rejects(logIn(over()), (error) => error instanceof AuthError && /access_denied/.test(error.message))
      fixture.routes['POST /device'] = () => ({json: {...device, expires_in: 1}})
      fixture.routes['POST /token'] = () => ({status: 400, json: {error: 'authorization_pending'}})
      await assert.rejects(logIn(over()), WaitError)
    })

    it('reports when the provider does not start', async () => {
      fixture.routes['POST /device'] = () => ({status: 400, json: {error: 'unauthorized_client'}})
      await assert.rejects(
        logIn(over()),
        (error) => error instanceof AuthError && /unauthorized_client/.test(error.message),
      )
    })
  })
})

describe('seconds of a provider', () => {
  const cases: [Parameters<typeof secondsOf>[0], number][] = [
    [3, 3],
    ['7', 7],
    [0, 1],
    [-1, 1],
    [0.001, 1],
    [1e10, 60],
    ['abc', 5],
    [{}, 5],
    [null, 5],
    [undefined, 5],
  ]
  for (const [value, seconds] of cases) {
    it(`${JSON.stringify(value)} are ${seconds}`, () => assert.equal(secondsOf(value, 5, 60), seconds))
  }
})
