import assert from 'node:assert/strict'
import {chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type ComputeCloud, startComputeCloud} from '../support/cloud.ts'

describe('servers on a sandbox', () => {
  let cloud: ComputeCloud
  before(async () => {
    cloud = await startComputeCloud()
  })
  after(() => cloud.close())

  const statusOf = async (name: string) => (await cloud.json('server', 'show', name)).status

  it('creates, changes, resizes and deletes', async () => {
    await cloud.server('web', '--property', 'a=1', '--tag', 'blue')
    const server = await cloud.json('server', 'show', 'web')
    assert.deepEqual([server.status, server.properties, server.tags], ['ACTIVE', {a: '1'}, ['blue']])
    assert.match(String(server.image), /^cirros \(/)
    await cloud.ok('server', 'set', '--property', 'b=2', '--tag', 'red', '--name', 'www', 'web')
    await cloud.ok('server', 'unset', '--property', 'a', '--tag', 'blue', 'www')
    const changed = await cloud.json('server', 'show', 'www')
    assert.deepEqual([changed.properties, changed.tags], [{b: '2'}, ['red']])
    assert.equal(await cloud.ok('server', 'resize', '--flavor', 'm1.small', '--wait', 'www'), 'Complete\n')
    const flavor = async () => (await cloud.json('server', 'show', 'www')).flavor
    const resized = await flavor()
    await cloud.ok('server', 'resize', 'confirm', 'www')
    await cloud.ok('server', 'resize', '--flavor', 'm1.tiny', '--wait', 'www')
    assert.notDeepEqual(await flavor(), resized)
    await cloud.ok('server', 'resize', 'revert', 'www')
    assert.deepEqual(await flavor(), resized)
    await cloud.ok('server', 'delete', '--wait', 'www')
    assert.deepEqual(await cloud.rows('server', 'list'), [])
  })

  it('creates several servers, as many as the quota allows', async () => {
    const names = async () => (await cloud.rows('server', 'list', '--sort-column', 'Name')).map(({Name: name}) => name)
    await cloud.server('many', '--min', '2', '--max', '3')
    assert.deepEqual(await names(), ['many-1', 'many-2', 'many-3'])
    assert.equal(await statusOf('many-3'), 'ACTIVE')
    const project = (await cloud.json('token', 'issue')).project_id
    await cloud.ok('quota', 'set', '--instances', '5', String(project))
    await cloud.server('more', '--min', '1', '--max', '9')
    assert.deepEqual(await names(), ['many-1', 'many-2', 'many-3', 'more-1', 'more-2'])
    await cloud.ok('quota', 'delete', '--compute', String(project))
    await cloud.ok('server', 'delete', '--wait', ...(await names()).map(String))
  })

  it('has the columns of the microversion', async () => {
    await cloud.server('cols')
    const columns = async (...argv: string[]) => Object.keys((await cloud.rows(...argv))[0] ?? {})
    assert.deepEqual(await columns('server', 'list'), ['ID', 'Name', 'Status', 'Networks', 'Image', 'Flavor'])
    assert.ok((await columns('--os-compute-api-version', '2.1', 'server', 'list', '--long')).includes('Flavor Name'))
    assert.deepEqual(await columns('server', 'list', '-c', 'Name', '-c', 'Project ID'), ['Name', 'Project ID'])
    await cloud.ok('server', 'delete', '--wait', 'cols')
  })

  it('passes through the states of its actions', async () => {
    await cloud.server('states')
    const actions: [string[], string][] = [
      [['stop'], 'SHUTOFF'],
      [['start'], 'ACTIVE'],
      [['pause'], 'PAUSED'],
      [['unpause'], 'ACTIVE'],
      [['suspend'], 'SUSPENDED'],
      [['resume'], 'ACTIVE'],
      [['rescue'], 'RESCUE'],
      [['unrescue'], 'ACTIVE'],
      [['reboot', '--hard', '--wait'], 'ACTIVE'],
      [['shelve', '--offload', '--wait'], 'SHELVED_OFFLOADED'],
      [['unshelve', '--wait'], 'ACTIVE'],
      [['migrate', '--wait'], 'VERIFY_RESIZE'],
      [['migration', 'confirm'], 'ACTIVE'],
      [['migrate', '--live-migration', '--wait'], 'ACTIVE'],
      [['rebuild', '--wait'], 'ACTIVE'],
      [['dump', 'create'], 'ACTIVE'],
    ]
    for (const [action, expected] of actions) {
      await cloud.ok('server', ...action, 'states')
      assert.equal(await statusOf('states'), expected, action.join(' '))
    }
    const events = await cloud.rows('server', 'event', 'list', 'states')
    assert.equal(events.length, actions.length)
    await cloud.ok('server', 'delete', '--wait', 'states')
  })

  it('locks with a reason', async () => {
    await cloud.server('locked')
    await cloud.ok('server', 'lock', '--reason', 'audit', 'locked')
    const {locked, locked_reason} = await cloud.json('server', 'show', 'locked')
    assert.deepEqual([locked, locked_reason], [true, 'audit'])
    await cloud.ok('server', 'unlock', 'locked')
    assert.equal((await cloud.json('server', 'show', 'locked')).locked, false)
  })

  it('attaches and detaches networks and volumes', async () => {
    await cloud.server('parts')
    await cloud.ok('server', 'add', 'network', 'parts', 'private')
    assert.equal((await cloud.json('server', 'add', 'fixed', 'ip', 'parts', 'private'))['Network ID'], 'private-id')
    await cloud.ok('server', 'remove', 'network', 'parts', 'private')
    assert.deepEqual(await cloud.sandbox.cloud.store.collection('compute/interfaces').find(), [])
    assert.equal((await cloud.json('server', 'add', 'volume', 'parts', 'data'))['Volume ID'], 'data-id')
    await cloud.ok('server', 'volume', 'set', '--delete-on-termination', 'parts', 'data')
    const [volume] = await cloud.rows('server', 'volume', 'list', 'parts')
    assert.equal(volume?.['Delete On Termination?'], true)
    await cloud.ok('server', 'remove', 'volume', 'parts', 'data')
    assert.deepEqual(await cloud.rows('server', 'volume', 'list', 'parts'), [])
  })

  it('removes a fixed IP address, whatever the microversion', async () => {
    const id = await cloud.server('fixed')
    const servers = cloud.sandbox.cloud.store.collection('compute/servers')
    const addresses = {net: [{addr: '10.0.0.8'}, {addr: '10.0.0.9'}]}
    servers.put(id, {...servers.get(id), addresses})
    await cloud.ok('server', 'remove', 'fixed', 'ip', 'fixed', '10.0.0.8')
    assert.deepEqual((await cloud.json('server', 'show', 'fixed')).addresses, {net: ['10.0.0.9']})
    await cloud.ok('--os-compute-api-version', '2.90', 'server', 'remove', 'fixed', 'ip', 'fixed', '10.0.0.9')
    assert.deepEqual((await cloud.json('server', 'show', 'fixed')).addresses, {net: []})
  })

  it('adds and removes security groups', async () => {
    await cloud.server('groups')
    const groups = async () => (await cloud.json('server', 'show', 'groups')).security_groups
    await cloud.ok('server', 'add', 'security', 'group', 'groups', 'http')
    assert.deepEqual(await groups(), [{name: 'default'}, {name: 'http'}])
    await cloud.ok('server', 'remove', 'security', 'group', 'groups', 'default')
    assert.deepEqual(await groups(), [{name: 'http'}])
  })

  it('shows console and images', async () => {
    await cloud.server('screen')
    assert.equal(await cloud.ok('console', 'log', 'show', '--lines', '1', 'screen'), 'LAST LINE\n')
    assert.equal((await cloud.json('console', 'url', 'show', '--serial', 'screen')).type, 'serial')
    const image = await cloud.json('server', 'image', 'create', '--name', 'saved', '--property', 'k=v', 'screen')
    assert.deepEqual([image.name, image.properties], ['saved', {k: 'v', base_image_ref: 'cirros-id', os_hidden: false}])
    assert.equal((await cloud.json('server', 'backup', 'create', 'screen')).name, 'screen')
  })

  it('runs ssh with the address and the arguments', async () => {
    const id = await cloud.server('login')
    const servers = cloud.sandbox.cloud.store.collection('compute/servers')
    const addresses = {net: [{addr: '10.0.0.9', version: 4, 'OS-EXT-IPS:type': 'fixed'}]}
    servers.put(id, {...servers.get(id), addresses})
    const bin = join(cloud.work, 'bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'ssh'), '#!/bin/sh\necho "$@" > "$OUT"\nenv | grep ^OS_ >> "$OUT"\nexit 7\n')
    chmodSync(join(bin, 'ssh'), 0o755)
    const out = join(cloud.work, 'out')
    const env = {PATH: `${bin}:/bin:/usr/bin`, OUT: out}
    const result = await cloud.run(['server', 'ssh', '--private', 'login', '--', '-l', 'me', 'uptime'], {env})
    assert.equal(result.status, 7, result.stderr)
    assert.equal(readFileSync(out, 'utf8'), '10.0.0.9 -l me uptime\n')
    const failed = await cloud.osc('server', 'ssh', 'login')
    assert.match(failed.stderr, /no public IPv4 or IPv6 address[\s\S]*10\.0\.0\.9/)
    const option = {net: [{addr: '-oProxyCommand=false', version: 4, 'OS-EXT-IPS:type': 'fixed'}]}
    servers.put(id, {...servers.get(id), addresses: option})
    const refused = await cloud.run(['server', 'ssh', '--private', 'login'], {env})
    assert.match(refused.stderr, /is not an IP address: -oProxyCommand=false/)
    assert.equal(refused.status, 1)
  })

  it('shows the events of a server to its own project only', async () => {
    const id = await cloud.server('private')
    await cloud.ok('server', 'stop', 'private')
    const clock = {now: Date.now, pause: async () => {}}
    const {stdout} = await cloud.run(['server', 'event', 'list', id, '-f', 'json'], {cloud: 'sandbox-demo', clock})
    assert.equal(stdout, '[]\n')
    assert.equal((await cloud.rows('server', 'event', 'list', id)).length, 1)
    await cloud.ok('server', 'delete', '--wait', 'private')
  })

  it('refuses a name that is not a regular expression', async () => {
    const {status, stderr} = await cloud.osc('server', 'list', '--name', '(')
    assert.equal(status, 1)
    assert.match(stderr, /The pattern '\(' is not a regular expression/)
  })

  it('does not send names of properties and tags that lead to another resource', async () => {
    const id = await cloud.server('dots')
    const servers = cloud.sandbox.cloud.store.collection('compute/servers')
    servers.put(id, {...servers.get(id), metadata: {'..': '1', kept: '2'}})
    const lines = [
      ['unset', '--property', '..'],
      ['unset', '--tag', '..'],
      ['set', '--tag', '.'],
    ]
    for (const words of lines) {
      const {status, stderr} = await cloud.osc('server', ...words, 'dots')
      assert.notEqual(status, 0, words.join(' '))
      assert.match(stderr, /"\.\.?" cannot be used as the name or ID of a (?:property|tag)/)
    }
    assert.deepEqual((await cloud.json('server', 'show', 'dots')).properties, {'..': '1', kept: '2'})
    await cloud.ok('server', 'unset', '--all-properties', 'dots')
    assert.deepEqual((await cloud.json('server', 'show', 'dots')).properties, {})
  })

  it('says that a server exists whose creation cannot be followed', async () => {
    cloud.sandbox.faults.add('403:1@GET /compute/v2.1/servers/*')
    const {status, stderr} = await cloud.osc('server', 'create', '--flavor', '1', '--image', 'cirros', 'unseen')
    cloud.sandbox.faults.clear()
    assert.equal(status, 1)
    assert.match(stderr, /Server unseen was created, but cannot be read\. Show it with: osc server show [0-9a-f-]+/)
    await cloud.ok('server', 'delete', '--wait', 'unseen')
  })

  const devices: [string, RegExp][] = [
    ['[]', /File device of --block-device is not a JSON object/],
    ['{', /File device of --block-device is not valid JSON: the text ends/],
    ['{"uid": 1}', /uid/],
  ]
  for (const [content, message] of devices)
    it(`refuses a block device file with ${content}`, async () => {
      writeFileSync(join(cloud.work, 'device'), content)
      const words = ['server', 'create', '--flavor', '1', '--image', 'cirros', '--block-device', 'device', 'x']
      const {status, stderr} = await cloud.osc(...words)
      assert.match(stderr, message)
      assert.equal(status, 2)
    })

  const create = ['server', 'create', '--flavor', '1', '--image', 'cirros']
  const wrong: [number, string[], RegExp][] = [
    [2, ['server', 'create', '--flavor', 'm1.tiny', 'x'], /An image .* is required/],
    [2, ['--os-compute-api-version', '2.40', ...create, '--tag', 'a', 'x'], /2\.52/],
    [2, [...create, '--nic', 'auto', '--nic', 'none', 'x'], /auto or none/],
    [2, [...create, '--nic', 'foo=1', 'x'], /key 'foo'/],
    [2, [...create, '--block-device', 'foo=1', 'x'], /invalid keys foo/],
    [2, [...create, '--min', '3', 'x'], /min instances/],
    [2, ['server', 'resize', 'x'], /exactly one/],
    [2, ['server', 'migrate', '--block-migration', 'x'], /live-migration/],
    [2, ['server', 'evacuate', '--shared-storage', 'x'], /2\.13/],
    [2, ['--os-compute-api-version', '2.96', 'server', 'share', 'list', 'x'], /2\.97/],
    [4, ['server', 'show', 'none'], /none/],
    [4, ['server', 'create', '--flavor', 'none', '--image', 'cirros', 'x'], /flavor/],
    [4, ['server', 'pause', 'none'], /none/],
    [1, ['server', 'delete', 'none', 'neither'], /2 of 2/],
    [5, ['server', 'unpause', 'locked'], /unpause/],
    [2, ['server', 'migration', 'show', 'locked', 'x'], /not the ID or UUID/],
  ]
  for (const [status, argv, message] of wrong) {
    it(`${argv.join(' ')} ends with ${status}`, async () => {
      const result = await cloud.osc(...argv)
      assert.equal(result.status, status, result.stderr)
      assert.match(result.stderr, message)
    })
  }
})
