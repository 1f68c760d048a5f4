import assert from 'node:assert/strict'
import type {CloudConfig} from '#cloud/config/types'
import {AuthError, ConfigError, ConnectionError, HttpError, NotFoundError, type OscError} from '#errors'
import {AUTH, fakeTransport, from, KEYSTONE, openFake, type Reply} from '../session/fake-cloud.ts'

/** The error of a log-in to a Keystone that answers so. */
async function failed(
  over: Partial<CloudConfig>,
  reply: Reply = {status: 500},
): Promise<{error: OscError; requests: number}> {
  const cloud = fakeTransport(() => reply)
  const error = await openFake(cloud, over)
    .access()
    .then(
      () => assert.fail('it logged in'),
      (reason: OscError) => reason,
    )
  return {error, requests: cloud.sent.length}
}

const UNAUTHORIZED: Reply = {
  status: 401,
  headers: {'x-openstack-request-id': 'req-7', 'content-type': 'application/json'},
  body: {error: {code: 401, title: 'Unauthorized', message: 'The request you have made requires authentication.'}},
}

describe('a log-in that fails', () => {
  it('says who was refused, where, and where that was configured; never the password', async () => {
    const sources = {
      'auth.username': from('environment', 'OS_USERNAME'),
      'auth.auth_url': from('file', 'clouds.yaml:7'),
    }
    const {error} = await failed({sources}, UNAUTHORIZED)
    assert.ok(error instanceof AuthError)
    assert.equal(error.exitCode, 3)
    const text = `${error.message} ${error.hint}`
    for (const part of [
      "cloud 'lab'",
      'requires authentication',
      'req-7',
      'alice',
      'OS_USERNAME',
      KEYSTONE,
      'clouds.yaml:7',
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`)
    }
    assert.doesNotMatch(text, /wonderland/)
  })

  it('says which application credential was refused, whatever user it is looked up by', async () => {
    const auth = {
      auth_url: KEYSTONE,
      username: 'alice',
      application_credential_name: 'robot',
      application_credential_secret: 's',
    }
    const {error} = await failed({authType: 'v3applicationcredential', auth}, UNAUTHORIZED)
    assert.match(error.hint ?? '', /^Tried application credential name 'robot' at .*application credential secret\.$/)
  })

  it('says that another factor is wanted', async () => {
    const {error} = await failed({}, {...UNAUTHORIZED, headers: {'openstack-auth-receipt': 'gAAA'}})
    assert.ok(error instanceof AuthError)
    assert.match(error.hint ?? '', /v3multifactor.*v3password,v3totp/)
  })

  it('says that there is no Keystone', async () => {
    const {error} = await failed({}, {status: 404, body: 'nothing here'})
    assert.ok(error instanceof NotFoundError)
    assert.match(error.hint ?? '', /auth_url/)
  })

  it('is refused by a Keystone that does not know the token or the trust', async () => {
    const headers = {'x-openstack-request-id': 'req-8'}
    for (const message of ['Could not find trust: t.', 'Could not recognize Fernet token']) {
      const {error} = await failed({}, {status: 404, headers, body: {error: {message}}})
      assert.ok(error instanceof AuthError)
      assert.match(error.message, new RegExp(message))
    }
  })

  it('names auth_url when Keystone does not know the path', async () => {
    const headers = {'x-openstack-request-id': 'req-9'}
    const message =
      'The requested URL was not found on the server. If you entered the URL manually check your spelling.'
    for (const text of [message, 'The resource could not be found.', 'Not Found']) {
      const {error} = await failed({}, {status: 404, headers, body: {error: {message: text, title: 'Not Found'}}})
      assert.ok(error instanceof NotFoundError, text)
      assert.equal(error.code, 'NoKeystone')
      assert.match(error.hint ?? '', /^Check auth_url/)
    }
  })

  it('names a value with a carriage return or a blank at its end', async () => {
    const source = {'auth.password': from('environment', 'OS_PASSWORD')}
    const windows = await failed({auth: {...AUTH, password: 'wonderland\r'}, sources: source}, UNAUTHORIZED)
    assert.match(windows.error.hint ?? '', /Remove the carriage return at the end of password \(OS_PASSWORD\)/)
    const blank = await failed({auth: {...AUTH, username: 'alice '}}, UNAUTHORIZED)
    assert.match(blank.error.hint ?? '', /Remove the white space at the end of username/)
  })

  it('names the user that was sent: an ID from a stronger source beats a name', async () => {
    const sources = {'auth.username': from('file', 'clouds.yaml:7'), 'auth.user_id': from('option', '--os-user-id')}
    const {error} = await failed({auth: {...AUTH, user_id: '0123'}, sources}, UNAUTHORIZED)
    assert.match(error.hint ?? '', /^Tried user id '0123' \(from --os-user-id\)/)
    const name = {'auth.username': from('option', '--os-username'), 'auth.user_id': from('file', 'clouds.yaml:7')}
    const other = await failed({auth: {...AUTH, user_id: '0123'}, sources: name}, UNAUTHORIZED)
    assert.match(other.error.hint ?? '', /^Tried username 'alice' \(from --os-username\)/)
  })

  it('never shows a password of the URL', async () => {
    const auth = {...AUTH, auth_url: 'http://me:hunter2@keystone.example/v3'}
    for (const reply of [UNAUTHORIZED, {status: 404, body: ''}, {status: 200, body: {}}]) {
      const {error} = await failed({auth}, reply)
      assert.doesNotMatch(`${error.message} ${error.hint}`, /hunter2/)
    }
    const {error} = await failed({auth: {...AUTH, auth_url: 'ftp://me:hunter2@keystone.example/v3'}})
    assert.doesNotMatch(`${error.message} ${error.hint}`, /hunter2/)
  })

  it('knows only its own names of authentication types and methods', async () => {
    for (const authType of ['__proto__', 'constructor']) {
      assert.ok((await failed({authType})).error instanceof ConfigError)
    }
    const auth = {...AUTH, auth_methods: 'constructor'}
    assert.ok((await failed({authType: 'v3multifactor', auth})).error instanceof ConfigError)
  })

  it("reports the server's own fault", async () => {
    const {error} = await failed({}, {status: 500, body: {error: {message: 'Database away'}}})
    assert.ok(error instanceof HttpError)
    assert.match(error.message, /Database away/)
  })

  const strange: [string, Reply][] = [
    ['no token', {status: 201, headers: {'x-subject-token': 't'}, body: {}}],
    ['no header', {status: 201, body: {token: {}}}],
    ['an empty header', {status: 201, headers: {'x-subject-token': ''}, body: {token: {}}}],
    ['a list', {status: 200, headers: {'x-subject-token': 't'}, body: []}],
    ['a page', {status: 200, headers: {'x-subject-token': 't'}, body: '<html>'}],
    ['nothing', {status: 200, headers: {'x-subject-token': 't'}}],
  ]
  for (const [what, reply] of strange) {
    it(`is a ConnectionError when a server answers with ${what}`, async () => {
      assert.ok((await failed({}, reply)).error instanceof ConnectionError)
    })
  }

  it('is not shaken by an answer of odd types', async () => {
    const token = {
      user: 'x',
      project: [],
      roles: {a: 1},
      catalog: [1, {type: 2, endpoints: [null, {url: 3}]}],
      expires_at: 5,
    }
    const cloud = fakeTransport(() => ({status: 201, headers: {'x-subject-token': 't'}, body: {token}}))
    const access = await openFake(cloud).access()
    assert.equal(access.token, 't')
    assert.equal(access.userId, undefined)
    assert.deepEqual(access.roles, [])
    assert.deepEqual(
      access.catalog.map(({type}) => type),
      ['', '2'],
    )
  })
})

const {username: _, ...NOBODY} = AUTH

const incomplete: [string, Partial<CloudConfig>, RegExp][] = [
  [
    'no cloud at all',
    {name: undefined, auth: {}, sources: {interface: from('default', 'default')}},
    /No cloud is selected/,
  ],
  ['no auth_url', {auth: {username: 'u', password: 'p'}}, /auth_url/],
  ['no user', {auth: NOBODY}, /username/],
  ['no token', {authType: 'token', auth: {auth_url: KEYSTONE}}, /token/],
  [
    'no credential',
    {authType: 'v3applicationcredential', auth: {auth_url: KEYSTONE, application_credential_secret: 's'}},
    /application_credential_id/,
  ],
  [
    'no secret',
    {authType: 'v3applicationcredential', auth: {auth_url: KEYSTONE, application_credential_id: 's'}},
    /application_credential_secret/,
  ],
  ['no methods', {authType: 'v3multifactor', auth: {auth_url: KEYSTONE}}, /auth_methods/],
  ['an empty list of methods', {authType: 'v3multifactor', auth: {auth_url: KEYSTONE, auth_methods: []}}, /methods/],
  [
    'a method that is none',
    {authType: 'v3multifactor', auth: {...AUTH, auth_methods: ['v3oidcpassword']}},
    /v3oidcpassword/,
  ],
  ['no endpoint', {authType: 'admin_token', auth: {token: 't'}}, /endpoint/],
  [
    'no identity provider',
    {authType: 'v3oidcaccesstoken', auth: {auth_url: KEYSTONE, protocol: 'p', access_token: 't'}},
    /identity_provider/,
  ],
  [
    'no consumer',
    {authType: 'v3oauth1', auth: {auth_url: KEYSTONE, access_key: 'a', access_secret: 's'}},
    /consumer_key/,
  ],
]

const refused: [string, Partial<CloudConfig>, RegExp, RegExp][] = [
  ['v2password', {authType: 'v2password'}, /v2password/, /password/],
  ['v3samlpassword', {authType: 'v3samlpassword'}, /v3samlpassword.*not supported/, /v3applicationcredential/],
  ['v3adfspassword', {authType: 'v3adfspassword'}, /not supported/, /v3applicationcredential/],
  ['v3kerberos', {authType: 'v3kerberos'}, /not supported/, /v3applicationcredential/],
  ['gnocchi-noauth', {authType: 'gnocchi-noauth'}, /not supported/, /none/],
  ['a typing error', {authType: 'passwort'}, /passwort/, /password/],
  ['a service provider', {settings: {service_provider: 'k2k'}}, /'k2k'.*not supported/, /v3applicationcredential/],
]

describe('a configuration', () => {
  for (const [what, over, message] of incomplete) {
    it(`with ${what} is reported before anything is sent`, async () => {
      const {error, requests} = await failed(over)
      assert.ok(error instanceof ConfigError)
      assert.match(error.message, message)
      assert.ok(error.hint)
      assert.equal(requests, 0)
    })
  }

  for (const [what, over, message, hint] of refused) {
    it(`with ${what} is refused, with advice`, async () => {
      const {error, requests} = await failed(over)
      assert.ok(error instanceof ConfigError)
      assert.match(error.message, message)
      assert.match(error.hint ?? '', hint)
      assert.equal(requests, 0)
    })
  }
})
