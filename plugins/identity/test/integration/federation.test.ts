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
import {printsFields} from './prints-fields.ts'
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

  for (const line of [
    ['identity', 'provider', 'list'],
    ['identity', 'provider', 'list', '--enabled'],
    // python-openstackclient 10.2.1 also lists the schema version.
    ['mapping', 'list', '-c', 'ID'],
    ['federation', 'protocol', 'list', '--identity-provider', provider],
    ['federation', 'domain', 'list'],
    ['federation', 'project', 'list'],
  ]) {
    it(`${line.slice(0, 3).join(' ')} as openstack does`, () =>
      same(line, {formats: 'list', unordered: true}).then(() => {}))
  }

  const shown = [
    [['identity', 'provider', 'show', provider], 'identityProvider'],
    [['mapping', 'show', mapping], 'mapping'],
    [['federation', 'protocol', 'show', '--identity-provider', provider, 'mapped'], 'protocol'],
    [['service', 'provider', 'show', partner], 'serviceProvider'],
  ] as const
  for (const [line, noun] of shown) it(line.slice(0, 3).join(' '), () => printsFields(osc, line, noun))

  it('lists service providers with their URLs', async () => {
    const csv = await ok(osc('service', 'provider', 'list', '-f', 'csv', '--quote', 'none'))
    const [header = ''] = csv.split('\n')
    assert.equal(header.trim(), 'ID,Enabled,Description,Auth URL,Service Provider URL,Relay State Prefix')
  })

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
    [2, ['mapping', 'set', 'x'], /Nothing to change/],
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
