import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Result, startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'

const clock = {now: Date.now, pause: async () => {}}

describe('advice for servers on a sandbox', function () {
  this.timeout(180_000)
  let cloud: TestCloud
  const run = (line: string, name = 'sandbox'): Promise<Result> => cloud.run(line.split(' '), {clock, cloud: name})
  const ok = async (line: string): Promise<string> => {
    const {status, stdout, stderr} = await run(line)
    assert.equal(status, 0, `${line}: ${stderr}`)
    return stdout
  }
  const create = 'server create --image disk --nic none'

  before(async () => {
    cloud = await startTestCloud()
    writeFileSync(join(cloud.work, 'disk.img'), 'bytes')
    for (const line of [
      'image create --file disk.img disk',
      'flavor create --id big --vcpus 9 --ram 1024 --disk 1 --property hw:cpu_policy=dedicated big',
      `${create} --flavor m1.tiny --wait web`,
    ])
      await ok(line)
  })
  after(() => cloud.close())

  it('says what was requested where no host fits, and what comes next', async () => {
    const {status, stderr} = await run(`${create} --flavor big --availability-zone nova --hint near=web --wait large`)
    assert.equal(status, 6, stderr)
    assert.match(stderr, /No valid host was found\./)
    assert.match(stderr, /Requested: flavor big with 9 vCPUs, 1024 MiB of RAM, 1 GiB of disk;/)
    assert.match(stderr, /image disk; availability zone nova; hints near=web\./)
    assert.match(stderr, /Delete the failed server \(osc server delete large\), then create it with a smaller flavor/)
    await ok('server delete --wait large')
  })

  it('checks the quota before a server is created', async () => {
    const {status, stderr} = await run(`${create} --flavor big --min 3 --max 3 many`)
    assert.equal(status, 1)
    assert.match(
      stderr,
      /3 servers of flavor big would exceed the project's quota\. cores: needed 27, used 1, limit 20\./,
    )
    assert.doesNotMatch(stderr, /ram:|instances:/)
    assert.match(stderr, /osc quota show/)
    assert.equal((await ok('server list -f value -c Name')).trim(), 'web')
  })

  const unreadable: [string, string][] = [
    ['403:1@GET /compute/v2.1/limits', 'm1.tiny'],
    ['reset@GET /compute/v2.1/limits', 'm1.tiny'],
    ['silence@GET /compute/v2.1/limits', 'm1.tiny'],
    ['403@GET /compute/v2.1/flavors*', '1'],
  ]
  for (const [fault, flavor] of unreadable)
    it(`leaves the check to Nova where it cannot read what it needs: ${fault}`, async () => {
      cloud.sandbox.faults.add(fault)
      const {status, stderr} = await run(`${create} --flavor ${flavor} --wait unchecked`)
      cloud.sandbox.faults.clear()
      assert.equal(status, 0, stderr)
      await ok('server delete --wait unchecked')
    })

  it('asks for the limits once, and leaves the check to Nova if it is busy', async () => {
    cloud.sandbox.faults.add('503:1@GET /compute/v2.1/limits')
    await ok(`${create} --flavor big --min 3 --max 3 many`)
    cloud.sandbox.faults.clear()
    await ok('server delete --wait many-1 many-2 many-3')
  })

  it('explains an image without data and an unknown keypair', async () => {
    const images = cloud.sandbox.cloud.store.collection('image/images')
    images.put('empty', {id: 'empty', name: 'empty', status: 'queued', visibility: 'public'})
    const image = await run('server create --flavor m1.tiny --image empty --nic none x')
    assert.equal(image.status, 1)
    assert.match(image.stderr, /is not active[\s\S]*queued[\s\S]*osc image stage --file FILE empty && osc image import/)
    const key = await run(`${create} --flavor m1.tiny --key-name none x`)
    assert.equal(key.status, 1)
    assert.match(key.stderr, /Specify one of your keypairs \(osc keypair list\)/)
  })

  it('names the state of a server and what works in it', async () => {
    await ok('server show web')
    const {status, stderr} = await run('server unpause web')
    assert.equal(status, 5)
    assert.match(stderr, /State: active\. Commands that work in this state: server stop, ssh, event list\./)
    await ok('server stop web')
    const stopped = await run('server stop web')
    assert.equal(stopped.status, 5)
    assert.match(stopped.stderr, /State: stopped\. Commands that work in this state: server start,/)
    await ok('server start web')
  })

  it('knows the states by the names that Nova has for them in messages', async () => {
    await ok('server resize --flavor m1.small --wait web')
    const resized = await run('server resize --flavor m1.tiny web')
    assert.match(
      resized.stderr,
      /State: resized\. Commands that work in this state: server resize confirm, resize revert/,
    )
    await ok('server resize confirm web')
    const active = await run('server resize revert web')
    assert.match(active.stderr, /State: active\. Commands that work in this state: server stop/)
  })

  it('offers the flavors of the cloud where one is missing', async () => {
    for (const line of ['network create private', 'keypair create mine', 'flavor list']) await ok(line)
    const {status, stderr} = await run('server create web2')
    assert.equal(status, 2)
    assert.match(stderr, /m1\.tiny/)
  })

  it('draws what a server is connected to', async () => {
    const id = (await ok('server show web -f value -c id')).trim()
    await ok('subnet create --network private --subnet-range 10.9.0.0/24 lan')
    await ok('security group create ssh')
    await ok(`port create --network private --fixed-ip ip-address=10.9.0.7 --security-group ssh --device ${id} eth0`)
    await ok('volume create --size 1 data')
    await ok('server add volume web data --device /dev/vdc')
    const floating = {id: 'floating', floating_ip_address: '203.0.113.9', fixed_ip_address: '10.9.0.7'}
    cloud.sandbox.cloud.store.collection('network/floatingips').put(floating.id, floating)
    const drawn = await ok('server show web -f tree')
    assert.match(
      drawn,
      /^server web \(ACTIVE\)\n├─ port eth0 \(\w+\)\n│ {2}├─ network private\n│ {2}├─ address 10\.9\.0\.7\n/,
    )
    assert.match(drawn, /├─ address 203\.0\.113\.9 \(floating\)\n│ {2}└─ security group ssh\n└─ volume data /)
    assert.match(drawn, /1 GiB on \/dev\/vdc\n$/)
  })

  const hidden: [string, RegExp, RegExp][] = [
    ['403@GET /network/v2.0/ports', /\n├─ ports: cannot be read: .+\n└─ volume data /, /port eth0/],
    ['reset@GET /network/v2.0/ports', /\n├─ ports: cannot be read: .+\n└─ volume data /, /port eth0/],
    ['403@GET /volume/v3/*', /─ port eth0 [\s\S]*\n└─ volume \S+ on \/dev\/vdc: cannot be read: .+\n$/, /volume data/],
    ['403@GET /compute/v2.1/*/os-volume_attachments', /─ port eth0 [\s\S]*\n└─ volumes: cannot be read: .+\n$/, /data/],
  ] // biome-ignore format: a case a line
  for (const [fault, shown, notShown] of hidden)
    it(`draws the rest where a part cannot be read: ${fault}`, async () => {
      cloud.sandbox.faults.add(fault)
      const drawn = await ok('server show web -f tree').finally(() => cloud.sandbox.faults.clear())
      assert.match(drawn, shown)
      assert.doesNotMatch(drawn, notShown)
    })

  it('says what to check where a port cannot be bound', async () => {
    const ports = cloud.sandbox.cloud.store.collection('network/ports')
    const id = (await ok('port create --network private broken -f value -c id')).trim()
    ports.put(id, {...ports.get(id), 'binding:vif_type': 'binding_failed'})
    const create = 'server create --image disk --flavor m1.tiny'
    const created = await run(`${create} --port ${id} --wait unbound`)
    assert.equal(created.status, 6, created.stderr)
    assert.match(
      created.stderr,
      /Exhausted all hosts available.+\nCheck the network agents .+ Agents: osc network agent list/,
    )
    const added = await run(`server add port web ${id}`)
    assert.equal(added.status, 1, added.stderr)
    assert.match(added.stderr, /delete the port and create it again\. Agents: osc network agent list/)
    await ok('server delete --wait unbound')
  })

  it('follows the console until it is interrupted', async () => {
    const outputs = ['one\ntwo\nthr', 'one\ntwo\nthree\n', 'one\ntwo\nthree\n']
    const servers = cloud.sandbox.cloud.store.collection('compute/servers')
    const id = (await ok('server show web -f value -c id')).trim()
    const stop = new AbortController()
    const next = () => {
      const output = outputs.shift()
      if (output === undefined) stop.abort(new Error('interrupted'))
      else servers.put(id, {...servers.get(id), console: output})
      stop.signal.throwIfAborted()
    }
    next()
    const line = 'console log show --follow --lines 1 web'.split(' ')
    const {stdout} = await cloud.run(line, {clock: {now: Date.now, pause: async () => next()}, signal: stop.signal})
    assert.equal(stdout, 'two\nthree\n')
  })

  const nics: [string, RegExp][] = [
    ['foo=1', /Invalid argument foo=1: --nic does not have a key 'foo'\./],
    ['net-id=a,v4-fixed=1', /--nic does not have a key 'v4-fixed'\./],
    ['net-id=a,v4-fixed-ip=', /--nic requires a value for the key 'v4-fixed-ip'\./],
    ['net-id', /--nic requires a value for the key 'net-id'\./],
    [
      'net-id=a,v4-fixed-ip=10.0.0.300',
      /--nic requires an IP address for the key 'v4-fixed-ip', not '10\.0\.0\.300'\./,
    ],
    ['net-id=a,port-id=b', /either 'network' or 'port'/],
  ]
  for (const [nic, message] of nics)
    it(`names what is wrong with --nic ${nic}`, async () => {
      const {status, stderr} = await run(`server create --flavor m1.tiny --image disk --nic ${nic} x`)
      assert.equal(status, 2)
      assert.match(stderr, message)
    })

  const devices: [string, RegExp][] = [
    ['uid=1', /invalid keys uid/],
    ['uuid', /KEY=VALUE pairs, got 'uuid'/],
    ['uuid=1,boot_index=first', /The boot_index key/],
    ['uuid=1,source_type=disk', /The source_type key/],
    ['uuid=1,delete_on_termination=perhaps', /The delete_on_termination key/],
  ]
  for (const [device, message] of devices)
    it(`names what is wrong with --block-device ${device}`, async () => {
      const {status, stderr} = await run(`${create} --flavor m1.tiny --block-device ${device} x`)
      assert.equal(status, 2)
      assert.match(stderr, message)
    })

  const unknown: [string, number, RegExp][] = [
    [`${create} --flavor m1.tinny x`, 4, /m1\.tinny[\s\S]*m1\.tiny/],
    ['server show wbe', 4, /wbe[\s\S]*web/],
    [`${create} --flavor m1.tiny --user-data none.txt x`, 2, /none\.txt cannot be read/],
  ]
  for (const [line, status, message] of unknown)
    it(`${line} ends with ${status} and names what is near`, async () => {
      const result = await run(line)
      assert.equal(result.status, status, result.stderr)
      assert.match(result.stderr, message)
    })

  it('lists servers that share a name', async () => {
    for (const _ of [1, 2]) await ok(`${create} --flavor m1.tiny --wait twin`)
    const {status, stderr} = await run('server show twin')
    assert.equal(status, 5)
    const ids = (await ok('server list --name ^twin$ -f value -c ID')).trim().split('\n')
    assert.equal(ids.length, 2)
    for (const id of ids) {
      assert.ok(stderr.includes(id), stderr)
      await ok(`server delete --wait ${id}`)
    }
  })

  const forAdmins: [string, string][] = [
    ['server migrate web', 'os_compute_api:os-migrate-server:migrate'],
    ['server evacuate web', 'os_compute_api:os-evacuate'],
    ['server set --auto-approve --state active web', 'os_compute_api:os-admin-actions:reset_state'],
    ['server list --all-projects', 'os_compute_api:servers:detail:get_all_tenants'],
    ['server migration list', 'os_compute_api:os-migrations:index'],
    ['flavor create mine', 'os_compute_api:os-flavor-manage:create'],
    ['flavor delete m1.tiny', 'os_compute_api:os-flavor-manage:delete'],
    ['flavor set --property a=b m1.tiny', 'os_compute_api:os-flavor-extra-specs:create'],
    ['aggregate list', 'os_compute_api:os-aggregates:index'],
    ['aggregate create x', 'os_compute_api:os-aggregates:create'],
    ['hypervisor list', 'os_compute_api:os-hypervisors:list-detail'],
    ['compute service list', 'os_compute_api:os-services:list'],
    ['host list', 'os_compute_api:os-hosts:list'],
    ['usage list', 'os_compute_api:os-simple-tenant-usage:list'],
  ]
  it('refuses members with the rule that they do not fulfill', async () => {
    const own = 'server create --flavor m1.tiny --image shared --nic none --wait web'
    await ok('image create --file disk.img --public shared')
    const made = await run(own, 'sandbox-demo')
    assert.equal(made.status, 0, made.stderr)
    for (const [line, rule] of forAdmins) {
      const {status, stderr} = await run(line, 'sandbox-demo')
      assert.equal(status, 1, `${line}: ${stderr}`)
      assert.ok(stderr.includes(rule), `${line}: ${stderr}`)
    }
  })
})
