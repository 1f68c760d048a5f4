import assert from 'node:assert/strict'
import {AuthError} from '#errors'
import {type Fixture, logIn, startFixture, tokenAnswer} from './http-fixture.ts'

// Keystone takes client certificates only behind a web server that checks them; the other type is tested on a real one.
describe('v3oauth2mtlsclientcredential, against an HTTP fixture (no real Keystone, no TLS)', () => {
  let fixture: Fixture
  beforeEach(async () => {
    fixture = await startFixture()
  })
  afterEach(() => fixture.close())

  const over = () => ({
    authType: 'v3oauth2mtlsclientcredential',
    auth: {
      auth_url: `${fixture.url}/v3`,
      oauth2_endpoint: `${fixture.url}/v3/OS-OAUTH2/token`,
      oauth2_client_id: 'client',
    },
  })

  it('uses the access token as the token, and asks Keystone what it is', async () => {
    fixture.routes['POST /v3/OS-OAUTH2/token'] = () => ({
      json: {access_token: 'bound', token_type: 'Bearer', expires_in: 3600},
    })
    fixture.routes['GET /v3/auth/tokens'] = () => ({...tokenAnswer('ignored'), status: 200})
    const {access, secrets} = await logIn(over())
    assert.equal(access.token, 'bound')
    assert.equal(access.projectName, 'work')
    const [token, validation] = fixture.got
    assert.deepEqual(token?.form, {grant_type: 'client_credentials', client_id: 'client'})
    assert.equal(validation?.headers['x-auth-token'], 'bound')
    assert.equal(validation?.headers['x-subject-token'], 'bound')
    assert.ok(secrets.includes('bound'))
  })

  it('reports a refusal', async () => {
    fixture.routes['POST /v3/OS-OAUTH2/token'] = () => ({status: 401, json: {error: 'invalid_client'}})
    await assert.rejects(logIn(over()), (error) => error instanceof AuthError && /invalid_client/.test(error.message))
  })
})
