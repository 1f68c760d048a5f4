import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {UsageError} from '@osc-cli/core'
import {before, describe, it} from 'mocha'
import {expiresAt, readExpiry} from '../../src/expiry.ts'
import {type Permission, tempUrlQuery} from '../../src/temp-url.ts'
import {swiftCloud} from './support/swift-cloud.ts'

describe('the signature of a temporary URL', () => {
  const NAME = 'Grüße 100%/a b'
  const get: Permission = {
    method: 'GET',
    name: NAME,
    isPrefix: false,
    expires: 1_900_000_000,
    isIso: false,
    digest: 'sha256',
  }
  // What python-swiftclient's generate_temp_url returns for the same path, key and time.
  const expected: [string, Partial<Permission>, Record<string, string>][] = [
    ['GET', {}, {temp_url_sig: 'ecfc37428346d1a2cba992a7d43fba7a09b24fa6636926da6a7a5dcd6694c23f'}],
    ['PUT with sha1', {method: 'PUT', digest: 'sha1'}, {temp_url_sig: '43b78a5dfa0d2b7f7497bfa64b2f83358d7b5864'}],
    [
      'sha512',
      {digest: 'sha512'},
      {
        temp_url_sig: 'sha512:xp52AxF8Skgyh_4yyREeCTuZer8aL2Wjy2jPY3Mqj4gq6C4ugRHTrIXQTJ_JFRV9XkI4yFMXbxTx2XAtwuFfaQ',
      },
    ],
    [
      'a range of addresses',
      {ipRange: '192.0.2.0/24'},
      {
        temp_url_sig: '335d133ea095d284adf28b81fce9e4525aff20baea2ca7fffd6866ef945e3922',
        temp_url_ip_range: '192.0.2.0/24',
      },
    ],
    [
      'a prefix',
      {isPrefix: true, isIso: true},
      {
        temp_url_sig: '802e446295b7d384f6e36e2789138d895aa34f2f634537fa9ec00567fdad3a1d',
        temp_url_expires: '2030-03-17T17:46:40Z',
        temp_url_prefix: NAME,
      },
    ],
  ]
  for (const [what, permission, query] of expected)
    it(`is that of python-swiftclient: ${what}`, () => {
      const text = tempUrlQuery('kéy', `/v1/AUTH_x/c/${NAME}`, {...get, ...permission})
      assert.deepEqual(Object.fromEntries(new URLSearchParams(text)), {temp_url_expires: '1900000000', ...query})
    })
})

describe('the expiry of a temporary URL', () => {
  const NOW = Date.parse('2026-01-01T00:00:00Z')
  const DAY = 86_400
  for (const [text, seconds] of [
    ['90', 90],
    ['90s', 90],
    ['15m', 900],
    ['15min', 900],
    ['1h', 3600],
    ['1hr', 3600],
    ['7d', 7 * DAY],
    ['2026-01-02', DAY],
    ['2026-01-02T00:00', DAY],
    ['2026-01-02T00:00:00Z', DAY],
    ['2026-01-02T01:00:00+01:00', DAY],
  ] as const)
    it(`is read from ${text}`, () => assert.equal(expiresAt(readExpiry(text), NOW), NOW / 1000 + seconds))

  for (const text of ['', '0', '-1', '1w', '1.5h', 'tomorrow', '2026-13-01', '2026-01-02T25:00Z', '9'.repeat(20)])
    it(`is not read from ${JSON.stringify(text)}`, () => assert.throws(() => readExpiry(text), UsageError))

  it('cannot be in the past', () =>
    assert.throws(() => expiresAt(readExpiry('2025-12-31'), NOW), /2025-12-31T00:00:00Z has already passed/))
})

describe('object tempurl', function () {
  this.timeout(20_000)
  const {cloud, ok, fails} = swiftCloud()
  const NAME = 'Grüße/100% "a"\n?#'
  const url = async (...argv: string[]) => (await ok('object', 'tempurl', ...argv)).trim()
  const statusOf = async (address: string, method = 'GET') => (await fetch(address, {method})).status
  before(async () => {
    writeFileSync(join(cloud().work, 'content'), 'abc')
    writeFileSync(join(cloud().work, 'key'), 'account key\n')
    writeFileSync(join(cloud().work, 'empty'), '\n')
    for (const container of ['own', 'shared']) {
      await ok('container', 'create', container)
      await ok('object', 'create', container, 'content', '--name', NAME)
    }
  })

  it('needs a key, and says how to set one without showing it', async () => {
    const message = await fails(1, 'object', 'tempurl', 'own', NAME)
    assert.match(message, /'own' and its account do not have a key[\s\S]*--create-key[\s\S]*--key-file/)
  })

  it('creates a key once, and never prints it', async () => {
    const {status, stdout, stderr} = await cloud().osc('object', 'tempurl', '--create-key', 'own', NAME, '--debug')
    assert.equal(status, 0, stderr)
    const headers = cloud().sandbox.cloud.store.collection('object-store/containers').find({name: 'own'})[0]?.headers
    const key = String(Object(headers)['x-container-meta-temp-url-key'])
    assert.match(key, /^[0-9a-f]{64}$/)
    assert.ok(!`${stdout}${stderr}`.includes(key))
    const answer = await fetch(stdout.trim())
    assert.deepEqual([answer.status, await answer.text()], [200, 'abc'])
    assert.equal(await statusOf(await url('--create-key', 'own', NAME)), 200)
    assert.equal(await statusOf(stdout.trim()), 200)
  })

  it("uses the account's key where the container has none, and a key in a file", async () => {
    assert.equal(await statusOf(await url('--key-file', 'key', 'shared', NAME)), 401)
    await ok('object', 'store', 'account', 'set', '--property', 'Temp-URL-Key-2=account key')
    const [found, given] = [await url('shared', NAME), await url('--key-file', 'key', 'shared', NAME)]
    for (const address of [found, given]) assert.equal(await statusOf(address), 200)
  })

  const allowed: [string, string[]][] = [
    ['with another digest', ['--digest', 'sha512']],
    ['with a time in ISO 8601', ['--iso8601', '--expires', '7d']],
    ['for a range with the client', ['--ip-range', '127.0.0.0/8']],
    ['for HEAD', ['--method', 'get']],
  ]
  for (const [what, options] of allowed)
    it(`works ${what}`, async () => {
      const address = await url(...options, 'own', NAME)
      assert.equal(await statusOf(address, what === 'for HEAD' ? 'HEAD' : 'GET'), 200)
    })

  it('works for all names with a prefix, and no others', async () => {
    const address = new URL(await url('--prefix-based', 'own', 'Grüße/'))
    assert.equal(await statusOf(String(address)), 404)
    const folder = address.pathname
    address.pathname = `${folder}${encodeURIComponent('100% "a"\n?#')}`
    assert.equal(await statusOf(String(address)), 200)
    address.pathname = folder.replace(/[^/]+$/, 'other')
    assert.equal(await statusOf(String(address)), 401)
  })

  it('does not work for other objects, other clients or other methods', async () => {
    const address = await url('own', NAME)
    assert.equal(await statusOf(address.replace('/own/', '/shared/')), 401)
    assert.equal(await statusOf(address, 'DELETE'), 401)
    assert.equal(await statusOf(await url('--method', 'HEAD', 'own', NAME)), 401)
    assert.equal(await statusOf(await url('--ip-range', '192.0.2.1', 'own', NAME)), 401)
  })

  const wrong: [number, RegExp, string[]][] = [
    [4, /No container 'none' exists/, ['none', 'x']],
    [2, /'a\/b' is not a container name/, ['a/b', 'x']],
    [2, /expected a duration or a time, got '1w'/, ['own', 'x', '--expires', '1w']],
    [2, /has already passed/, ['own', 'x', '--expires', '2001-01-01']],
    [2, /expected an IP address or range, got '1.2.3'/, ['own', 'x', '--ip-range', '1.2.3']],
    [2, /expected an IP address or range, got '1.2.3.4\/33'/, ['own', 'x', '--ip-range', '1.2.3.4/33']],
    [2, /File empty is empty/, ['own', 'x', '--key-file', 'empty']],
    [2, /File none cannot be read/, ['own', 'x', '--key-file', 'none']],
    [1, /does not allow temporary URLs for PUT[\s\S]*GET, HEAD/, ['own', 'x', '--method', 'PUT']],
  ]
  for (const [status, message, argv] of wrong)
    it(`ends ${JSON.stringify(argv)} with ${status}`, async () =>
      assert.match(await fails(status, 'object', 'tempurl', ...argv), message))
})
