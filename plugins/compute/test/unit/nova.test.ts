import assert from 'node:assert/strict'
import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {serverUsage} from '#usage'
import {type ComputeCloud, startComputeCloud} from '../support/cloud.ts'

describe('flavors, keypairs, groups and hosts on a sandbox', () => {
  let cloud: ComputeCloud
  before(async () => {
    cloud = await startComputeCloud()
  })
  after(() => cloud.close())

  const lists: [string[], string][] = [
    [[], 'm1.tiny\nm1.small\n'],
    [['--min-ram', '1024'], 'm1.small\n'],
    [['--max-items', '1'], 'm1.tiny\n'],
    [['--private'], ''],
    [['--all'], 'm1.tiny\nm1.small\n'],
  ]
  for (const [options, expected] of lists) {
    it(`flavor list ${options.join(' ')}`, async () => {
      assert.equal(await cloud.ok('flavor', 'list', '-f', 'value', '-c', 'Name', ...options), expected)
    })
  }

  it('creates, changes and deletes a private flavor', async () => {
    const created = await cloud.json('flavor', 'create', '--private', '--project', 'demo', '--property', 'a=1', 'f')
    assert.deepEqual([created.properties, created['os-flavor-access:is_public']], [{a: '1'}, false])
    await cloud.ok('flavor', 'set', '--no-property', '--property', 'b=2', '--description', 'd', 'f')
    await cloud.ok('flavor', 'set', '--project', 'admin', 'f')
    await cloud.ok('flavor', 'unset', '--project', 'demo', 'f')
    const shown = await cloud.json('flavor', 'show', 'f')
    const {id} = await cloud.json('project', 'show', 'admin')
    assert.deepEqual([shown.properties, shown.description, shown.access_project_ids], [{b: '2'}, 'd', [id]])
    await cloud.ok('flavor', 'unset', '--property', 'b', 'f')
    assert.deepEqual((await cloud.json('flavor', 'show', 'f')).properties, {})
    await cloud.ok('flavor', 'delete', 'f')
  })

  it('does not send names of properties that lead to another resource', async () => {
    await cloud.ok('flavor', 'create', '--property', '..=1', 'dots')
    for (const words of [
      ['set', '--no-property'],
      ['unset', '--property', '..'],
    ]) {
      const {status, stderr} = await cloud.osc('flavor', ...words, 'dots')
      assert.equal(status, 2)
      assert.match(stderr, /"\.\." cannot be used as the name or ID of a property/)
    }
    await cloud.ok('flavor', 'delete', 'dots')
  })

  it('saves a private key for its owner only', async () => {
    const shown = await cloud.json('keypair', 'create', '--private-key', 'key', 'k')
    assert.equal(shown.private_key, undefined)
    const file = join(cloud.work, 'key')
    assert.equal(statSync(file).mode & 0o777, 0o600)
    const key = readFileSync(file, 'utf8')
    assert.match(key, /^-----BEGIN OPENSSH PRIVATE KEY-----\n/)
    assert.match(await cloud.ok('keypair', 'show', '--public-key', 'k'), /^ssh-ed25519 AAAA/)
    const again = await cloud.osc('keypair', 'create', '--private-key', 'key', 'other')
    assert.equal(again.status, 5, again.stderr)
    assert.equal(readFileSync(file, 'utf8'), key)
    assert.deepEqual(
      (await cloud.rows('keypair', 'list')).map(({Name}) => Name),
      ['k'],
    )
    await cloud.ok('keypair', 'delete', 'k')
  })

  it('keeps keypairs of other users from those who are not administrators', async () => {
    const {id} = await cloud.json('user', 'show', 'admin')
    for (const words of [['list'], ['show', 'mine'], ['delete', 'mine']]) {
      const {status, stderr} = await cloud.run(['keypair', ...words, '--user', String(id)], {cloud: 'sandbox-demo'})
      assert.notEqual(status, 0, words.join(' '))
      assert.match(stderr, /HTTP 403/)
    }
  })

  it('says why a private key file cannot be written', async () => {
    const {status, stderr} = await cloud.osc('keypair', 'create', '--private-key', 'missing/key', 'k')
    assert.equal(status, 2)
    assert.match(stderr, /File missing\/key cannot be written: no such file or directory/)
  })

  it('removes the private key file of a keypair that is refused', async () => {
    await cloud.ok('keypair', 'create', 'taken')
    const refused = await cloud.osc('keypair', 'create', '--private-key', 'lost', 'taken')
    assert.equal(refused.status, 5, refused.stderr)
    assert.throws(() => statSync(join(cloud.work, 'lost')), /ENOENT/)
  })

  it('creates and deletes a server group', async () => {
    const rule = ['--policy', 'anti-affinity', '--rule', 'max_server_per_host=2']
    const group = await cloud.json('server', 'group', 'create', ...rule, 'g')
    assert.deepEqual([group.policy, group.rules], ['anti-affinity', {max_server_per_host: '2'}])
    assert.equal((await cloud.json('server', 'group', 'show', 'g')).id, group.id)
    await cloud.ok('server', 'group', 'delete', 'g')
    assert.deepEqual(await cloud.rows('server', 'group', 'list'), [])
  })

  it('changes an aggregate and its hosts', async () => {
    await cloud.ok('aggregate', 'create', '--zone', 'z', '--property', 'a=1', 'fast')
    await cloud.ok('aggregate', 'add', 'host', 'fast', 'compute-1')
    await cloud.ok('aggregate', 'set', '--no-property', '--property', 'b=2', '--name', 'faster', 'fast')
    const shown = await cloud.json('aggregate', 'show', 'faster')
    assert.deepEqual([shown.hosts, shown.properties, shown.availability_zone], [['compute-1'], {b: '2'}, 'z'])
    assert.deepEqual((await cloud.json('hypervisor', 'show', 'compute-1')).aggregates, ['faster'])
    await cloud.ok('aggregate', 'cache', 'image', 'faster', 'cirros')
    await cloud.ok('aggregate', 'unset', '--property', 'b', 'faster')
    await cloud.ok('aggregate', 'remove', 'host', 'faster', 'compute-1')
    assert.deepEqual((await cloud.rows('aggregate', 'list', '--long'))[0]?.Properties, {})
    await cloud.ok('aggregate', 'delete', 'faster')
  })

  it('disables and enables a compute service', async () => {
    const line = ['compute', 'service', 'set', 'compute-1', 'nova-compute']
    await cloud.ok(...line, '--disable', '--disable-reason', 'audit', '--down')
    const [service] = await cloud.rows('compute', 'service', 'list', '--long')
    assert.deepEqual([service?.Status, service?.['Disabled Reason'], service?.State], ['disabled', 'audit', 'down'])
    await cloud.ok(...line, '--enable', '--up')
    assert.equal((await cloud.rows('compute', 'service', 'list'))[0]?.Status, 'enabled')
  })

  it('lists hosts and hypervisors', async () => {
    assert.equal((await cloud.rows('host', 'list'))[0]?.['Host Name'], 'compute-1')
    assert.equal((await cloud.rows('host', 'show', 'compute-1'))[0]?.CPU, 8)
    assert.equal((await cloud.json('hypervisor', 'stats', 'show')).vcpus, 8)
    const old = await cloud.json('--os-compute-api-version', '2.53', 'hypervisor', 'show', 'compute-1')
    assert.deepEqual([old.uptime, old.users, old.memory_mb], ['2 days', '3', 16384])
  })

  it('reports usage', async () => {
    await cloud.server('used')
    assert.match(
      await cloud.ok('usage', 'show', '--start', '2026-01-02', '--end', '2026-01-03'),
      /^Usage from 2026-01-02 to 2026-01-03/,
    )
    assert.match(await cloud.ok('usage', 'list', '-c', 'Servers'), /\| 1 +\|/)
  })

  it('names the keys of a usage as openstacksdk does', () => {
    const usage = {hours: 1, flavor: 'f', instance_id: 'i', name: 'web', tenant_id: 'p', memory_mb: 64, uptime: 9}
    assert.equal(
      JSON.stringify(serverUsage(usage)),
      '{"hours":1,"flavor":"f","instance_id":"i","name":"web","project_id":"p","memory_mb":64,"uptime":9,"id":null,"location":null}',
    )
  })

  const wrong: [number, string[], RegExp][] = [
    [4, ['flavor', 'show', 'none'], /none/],
    [2, ['flavor', 'create', '--project', 'demo', 'x'], /private/],
    [2, ['flavor', 'set', '--project', 'demo', 'm1.tiny'], /public/],
    [2, ['flavor', 'create', '--rxtx-factor', 'x', 'x'], /not a number/],
    [4, ['keypair', 'show', 'none'], /none/],
    [2, ['keypair', 'create', '--public-key', 'missing', 'x'], /missing/],
    [4, ['server', 'group', 'show', 'none'], /none/],
    [4, ['aggregate', 'show', 'none'], /none/],
    [4, ['hypervisor', 'show', 'none'], /none/],
    [4, ['compute', 'service', 'set', '--enable', 'none', 'nova-compute'], /none/],
    [2, ['compute', 'service', 'set', '--disable-reason', 'x', 'a', 'b'], /--disable/],
    [2, ['hypervisor', 'list', '--matching', 'a', '--limit', '1'], /--matching/],
    [2, ['usage', 'show', '--start', 'yesterday'], /yesterday/],
  ]
  for (const [status, argv, message] of wrong) {
    it(`${argv.join(' ')} ends with ${status}`, async () => {
      const result = await cloud.osc(...argv)
      assert.equal(result.status, status, result.stderr)
      assert.match(result.stderr, message)
    })
  }
})
