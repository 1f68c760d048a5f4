import assert from 'node:assert/strict'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openCache} from '#cloud/cache/cache'
import {ConfigError} from '#errors'
import type {Json} from '#json'
import {AUTH, fakeTrace, fakeTransport, noCache, openFake, type Sent, tokenBody} from '../session/fake-cloud.ts'

const V3 = {
  versions: {values: [{id: 'v3.14', status: 'stable', links: [{rel: 'self', href: 'http://inside:5000/v3/'}]}]},
}
const V2 = {versions: {values: [{id: 'v2.0', status: 'deprecated', links: [{rel: 'self', href: 'http://k/v2.0/'}]}]}}

/** A Keystone that answers GET with `document`. */
const keystone = (document: Json | string, status = 300) =>
  fakeTransport(({method}) =>
    method === 'GET'
      ? {status, body: document}
      : {status: 201, headers: {'x-subject-token': 't'}, body: {token: tokenBody()}},
  )

const requested = (sent: readonly Sent[]): string[] => sent.map(({method, url}) => `${method} ${url}`)

async function logIn(authUrl: string, authType = 'password', document: Json | string = V3, cache = noCache) {
  const cloud = keystone(document)
  const trace = fakeTrace()
  await openFake(cloud, {authType, auth: {...AUTH, auth_url: authUrl}}, {cache, trace}).access()
  return {requested: requested(cloud.sent), notes: trace.notes}
}

const cases: [string, string, string, string[]][] = [
  ['that ends in /v3', 'http://k:5000/v3', 'password', ['POST http://k:5000/v3/auth/tokens']],
  [
    'with a blank and a carriage return behind',
    'http://k:5000/v3 \r',
    'password',
    ['POST http://k:5000/v3/auth/tokens'],
  ],
  ['with a slash behind', 'http://k:5000/v3/', 'password', ['POST http://k:5000/v3/auth/tokens']],
  ['with a path', 'https://k/identity/v3', 'password', ['POST https://k/identity/v3/auth/tokens']],
  ['without a version', 'http://k:5000', 'password', ['GET http://k:5000', 'POST http://k:5000/v3/auth/tokens']],
  [
    'without a version, a slash behind',
    'http://k:5000/',
    'password',
    ['GET http://k:5000', 'POST http://k:5000/v3/auth/tokens'],
  ],
  [
    'with a path alone',
    'https://k/identity',
    'token',
    ['GET https://k/identity', 'POST https://k/identity/v3/auth/tokens'],
  ],
  ['without a version, for a v3 type', 'http://k:5000', 'v3password', ['POST http://k:5000/v3/auth/tokens']],
  ['of version 2.0', 'http://k:5000/v2.0', 'password', ['POST http://k:5000/v3/auth/tokens']],
  ['of the token itself', 'http://k:5000/v3/auth/tokens', 'password', ['POST http://k:5000/v3/auth/tokens']],
]

describe('auth_url', () => {
  for (const [what, url, authType, expected] of cases) {
    it(what, async () => {
      const cloud = keystone(V3)
      await openFake(cloud, {authType, auth: {...AUTH, token: 'x', auth_url: url}}).access()
      assert.deepEqual(requested(cloud.sent), expected)
    })
  }

  it('of version 2.0 is reported', async () => {
    assert.match((await logIn('http://k/v2.0')).notes.join(), /v2\.0/)
  })

  for (const [what, document] of [
    ['an error page', '<html>'],
    ['nothing', ''],
    ['another JSON', {a: 1}],
  ] as const) {
    it(`whose version document is ${what} is taken for v3`, async () => {
      assert.equal((await logIn('http://k', 'password', document)).requested.at(-1), 'POST http://k/v3/auth/tokens')
    })
  }

  it('whose server has only version 2.0 is an error that says so', async () => {
    await assert.rejects(logIn('http://k', 'password', V2), (error) => {
      return error instanceof ConfigError && /only v2\.0/.test(error.message) && /auth_url/.test(error.hint ?? '')
    })
  })

  for (const url of ['keystone.example', 'ftp://k/v3', 'http://', '5000']) {
    it(`'${url}' is refused`, async () => {
      await assert.rejects(logIn(url), (error) => error instanceof ConfigError && error.message.includes(url))
    })
  }

  it('without a version is looked up once a day', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'osc-auth-'))
    try {
      const cache = openCache({dir, enabled: true})
      assert.equal((await logIn('http://k', 'password', V3, cache)).requested.length, 2)
      // Another user's log-in knows the version already.
      const cloud = keystone(V3)
      await openFake(cloud, {auth: {...AUTH, auth_url: 'http://k', username: 'bob'}}, {cache}).access()
      assert.deepEqual(requested(cloud.sent), ['POST http://k/v3/auth/tokens'])
    } finally {
      rmSync(dir, {recursive: true})
    }
  })
})
