import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {cloudEnv, oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {makePlace, type Place, removePlace} from '@osc-cli/core/test/support/place'
import {run} from '@osc-cli/core/test/support/run'
import {describe, it} from 'mocha'
import {recordOf} from './record.ts'

const RULES = '[{"local": [{"user": {"name": "{0}"}}], "remote": [{"type": "REMOTE_USER"}]}]'

describe('federation', () => {
  const osc = oscOnCloud()
  const later = cleanUp()
  const provider = uniqueName('idp')
  const mapping = uniqueName('mapping')
  const partner = uniqueName('sp')
  let place: Place
  before(() => {
    place = makePlace()
    writeFileSync(join(place.work, 'ids.txt'), ' https://a.example/ \nhttps://b.example/\n')
    writeFileSync(join(place.work, 'rules.json'), RULES)
    writeFileSync(join(place.work, 'broken.json'), '[{"local": ]')
    writeFileSync(join(place.work, 'object.json'), '{}')
  })
  after(() => removePlace(place))
  const here = (...argv: string[]) => run(argv, {env: cloudEnv(), cwd: place.work})

  it('creates an identity provider with IDs out of a file', async () => {
    const line = [
      'identity',
      'provider',
      'create',
      '--remote-id-file',
      'ids.txt',
      '--description',
      'Campus',
      '--domain',
      'default',
      '--authorization-ttl',
      '5',
      provider,
    ]
    await ok(here(...line))
    later('identity', 'provider', 'delete', provider)
    const made = await recordOf('identity_provider', `/OS-FEDERATION/identity_providers/${provider}`)
    assert.deepEqual(
      [made.remote_ids, made.domain_id, made.enabled, made.authorization_ttl],
      [['https://a.example/', 'https://b.example/'], 'default', true, 5],
    )
  })

  it('creates a mapping, a protocol and a service provider', async () => {
    await ok(here('mapping', 'create', '--rules', 'rules.json', mapping))
    later('mapping', 'delete', mapping)
    const protocol = JSON.parse(
      await ok(
        osc(
          'federation',
          'protocol',
          'create',
          '--identity-provider',
          provider,
          '--mapping',
          mapping,
          'mapped',
          '-f',
          'json',
        ),
      ),
    )
    assert.deepEqual(protocol, {id: 'mapped', identity_provider: provider, mapping})
    await ok(
      osc(
        'service',
        'provider',
        'create',
        '--auth-url',
        'https://sp.example/auth',
        '--service-provider-url',
        'https://sp.example/sp',
        '--disable',
        partner,
      ),
    )
    later('service', 'provider', 'delete', partner)
  })

  const shown: [string[], 'list' | 'show'][] = [
    [['identity', 'provider', 'list'], 'list'],
    [['identity', 'provider', 'list', '--enabled'], 'list'],
    [['identity', 'provider', 'show', provider], 'show'],
    [['mapping', 'list'], 'list'],
    [['mapping', 'show', mapping], 'show'],
    [['federation', 'protocol', 'list', '--identity-provider', provider], 'list'],
    [['federation', 'protocol', 'show', '--identity-provider', provider, 'mapped'], 'show'],
    [['service', 'provider', 'list'], 'list'],
    [['service', 'provider', 'show', partner], 'show'],
    [['federation', 'domain', 'list'], 'list'],
    [['federation', 'project', 'list'], 'list'],
  ]
  for (const [line, formats] of shown) {
    it(`${line.slice(0, 3).join(' ')} as openstack does`, () =>
      same(line, {formats, unordered: formats === 'list'}).then(() => {}))
  }

  it('changes them', async () => {
    await ok(osc('identity', 'provider', 'set', '--remote-id', 'https://c.example/', '--disable', provider))
    const changed = await recordOf('identity_provider', `/OS-FEDERATION/identity_providers/${provider}`)
    assert.deepEqual(
      [changed.remote_ids, changed.enabled, changed.description],
      [['https://c.example/'], false, 'Campus'],
    )
    await ok(osc('mapping', 'set', '--rules', RULES.replace('REMOTE_USER', 'uid'), mapping))
    await ok(osc('federation', 'protocol', 'set', '--identity-provider', provider, '--mapping', mapping, 'mapped'))
    await ok(osc('service', 'provider', 'set', '--enable', '--description', 'Partner', partner))
    assert.equal((await recordOf('service_provider', `/OS-FEDERATION/service_providers/${partner}`)).enabled, true)
  })

  const wrong: [number, string[], RegExp][] = [
    [2, ['mapping', 'create', '--rules', 'broken.json', 'x'], /broken\.json/],
    [2, ['mapping', 'create', '--rules', 'object.json', 'x'], /list of rules/],
    [2, ['mapping', 'create', '--rules', 'missing.json', 'x'], /missing\.json/],
    [2, ['mapping', 'set', 'x'], /nothing to change/],
    [2, ['identity', 'provider', 'create', '--remote-id-file', 'missing.txt', 'x'], /missing\.txt/],
    [4, ['identity', 'provider', 'show', 'no-such-idp'], /no-such-idp/],
    [4, ['service', 'provider', 'delete', 'no-such-sp'], /no-such-sp/],
    [2, ['federation', 'protocol', 'list'], /--identity-provider is missing/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, here(...line)), message))
  }

  it('deletes them', async () => {
    await ok(osc('federation', 'protocol', 'delete', '--identity-provider', provider, 'mapped'))
    await ok(osc('mapping', 'delete', mapping))
    await ok(osc('identity', 'provider', 'delete', provider))
    await ok(osc('service', 'provider', 'delete', partner))
  })
})
