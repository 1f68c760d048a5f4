import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {parse} from 'yaml'

const instackenv = (...nodes: object[]) => JSON.stringify({nodes})
const fake = (name: string, more = {}) => ({
  name,
  pm_type: 'fake-hardware',
  pm_password: 'not-to-be-printed',
  cpu: 4,
  memory: 8192,
  disk: '40',
  arch: 'x86_64',
  ...more,
})
const FILES = {
  'three.json': instackenv(
    fake('m-1', {ports: [{address: '52:54:00:00:00:01'}], capabilities: 'compute_profile:1'}),
    fake('m-2', {mac: ['52-54-00-00-00-02']}),
    fake('m-3', {pm_type: 'nope'}),
  ),
  'changed.yaml': 'nodes:\n  - {pm_type: fake_pxe, mac: ["52:54:00:00:00:02"], cpu: 8, resource_class: big}\n',
  'broken.json': instackenv(fake('m-broken', {capabilities: {broken: 1}})),
  'bios.yaml': 'settings: [{name: Virtualization, value: on}]\n',
  'wrong.json': instackenv(
    {name: 'a b', pm_type: 'ipmi', pm_user: 'u', cpu: 'four', mac: ['zz']},
    fake('twice'),
    fake('twice', {capabilities: 'profile'}),
    {pm_type: 'fake'},
  ),
}

/** Waits take no more time than what they wait for. */
const clock = {now: Date.now, pause: async () => await sleep(1)}

describe('machines', () => {
  let cloud: TestCloud
  const run = (...line: string[]) => cloud.run(['overcloud', ...line], {clock})
  const ok = async (...line: string[]) => {
    const {status, stdout, stderr} = await run(...line)
    assert.equal(status, 0, stderr)
    return stdout + stderr
  }
  const fails = async (wanted: number, ...line: string[]) => {
    const {status, stdout, stderr} = await run(...line)
    assert.equal(status, wanted, stdout + stderr)
    return stderr
  }
  const states = async () => {
    const rows = JSON.parse((await run('profiles', 'list', '--all', '-f', 'json')).stdout)
    return Object.fromEntries(rows.map((row: Record<string, string>) => [row['Node Name'], row['Provision State']]))
  }
  const stored = (name: string) => Object(cloud.sandbox.cloud.store.collection('baremetal/nodes').find({name})[0])

  before(async () => {
    cloud = await startTestCloud()
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(cloud.work, name), text)
  })
  after(() => cloud.close())

  it('of a file with faults are not sent', async () => {
    const shown = await fails(1, 'node', 'import', 'wrong.json')
    for (const line of [
      'wrong.json has 8 faults.',
      "machine 1 (a b): name: 'a b' is not a host name.",
      "machine 1 (a b): cpu: 'four' is not a whole number.",
      "machine 1 (a b): mac: 'zz' is not a MAC address.",
      'machine 1 (a b): pm_addr is missing.',
      'machine 1 (a b): pm_password is missing.',
      "machine 3 (twice): capabilities: Expected NAME:VALUE,NAME:VALUE, got 'profile'.",
      'machine 4: name or mac is required to identify the machine.',
      'machine 3 (twice): name twice is also that of machine 2 (twice).',
    ])
      assert.ok(shown.includes(line), `${line}\n${shown}`)
    assert.deepEqual(await states(), {})
  })

  it('of a valid file are only checked on request', async () => {
    assert.match(await ok('node', 'import', '--validate-only', 'three.json'), /is valid\. Machines: 3\./)
    assert.deepEqual(await states(), {})
  })

  it('are not left without their network cards, or it is said how to delete them', async () => {
    cloud.sandbox.faults.add('409@POST /baremetal/*/ports')
    await fails(1, 'node', 'import', 'three.json')
    assert.deepEqual(await states(), {})
    cloud.sandbox.faults.add('503@DELETE /baremetal/*')
    const shown = await fails(1, 'node', 'import', 'three.json')
    assert.match(
      shown,
      /^Machine m-1 was registered without all of its network cards\. Delete it with: osc api --service baremetal DELETE \/nodes\/[\da-f-]{36}$/m,
    )
    cloud.sandbox.faults.clear()
    for (const machine of ['m-1', 'm-2'])
      await cloud.osc('api', '--service', 'baremetal', 'DELETE', `/nodes/${machine}`)
    assert.deepEqual(await states(), {})
  })

  it('are imported, and one that fails does not stop the others', async () => {
    const shown = await fails(1, 'node', 'import', '--introspect', '--provide', 'three.json')
    assert.match(shown, /^m-1: registered$/m)
    assert.match(shown, /^m-2: inspected\nm-1: available\nm-2: available$/m)
    assert.match(shown, /1 of 3 machines failed\.\n {2}m-3: Ironic in this cloud does not have the driver nope\./)
    assert.ok(!shown.includes('not-to-be-printed'))
    assert.deepEqual(await states(), {'m-1': 'available', 'm-2': 'available'})
    assert.deepEqual(stored('m-1').properties, {
      cpus: 4,
      memory_mb: 8192,
      local_gb: 40,
      cpu_arch: 'x86_64',
      capabilities: 'compute_profile:1',
    })
    assert.equal(stored('m-1').driver_info.fake_password, 'not-to-be-printed')
    assert.equal(stored('m-1').driver_info.deploy_kernel, 'file:///var/lib/ironic/httpboot/agent.kernel')
  })

  it('are found by their cards when they are imported again', async () => {
    assert.match(await ok('node', 'import', '--no-deploy-image', 'changed.yaml'), /^m-2: updated$/m)
    const {resource_class: resourceClass, properties} = stored('m-2')
    assert.deepEqual([resourceClass, properties.cpus, properties.local_gb], ['big', 8, 40])
  })

  it('change their state', async () => {
    assert.match(await ok('node', 'manage', 'm-1', 'm-2'), /^m-1: manageable$/m)
    await ok('node', 'introspect', '--all-manageable', '--concurrency', '1')
    await ok('node', 'provide', 'm-1')
    assert.deepEqual(await states(), {'m-1': 'available', 'm-2': 'manageable'})
    assert.match(await ok('node', 'provide', 'm-1'), /^m-1: available$/m)
    assert.match(
      await fails(1, 'node', 'introspect', 'm-1'),
      /^m-1: The machine is in state available, which does not allow the action inspect\.\nNext: osc overcloud node manage m-1\n/m,
    )
  })

  it('that fail an inspection are tried again, then named', async () => {
    await ok('node', 'import', 'broken.json')
    const shown = await fails(1, 'node', 'introspect', '--all-manageable', '--provide', '--max-retries', '2')
    assert.match(shown, /1 of 2 machines failed\.\n {2}m-broken: The inspection failed\./)
    assert.deepEqual(await states(), {'m-1': 'available', 'm-2': 'available', 'm-broken': 'inspect failed'})
    await ok('node', 'manage', 'm-broken')
  })

  it('that take too long are not tried again', async () => {
    const hung = join(cloud.work, 'hung.json')
    writeFileSync(hung, instackenv(fake('m-hung', {capabilities: {hangs: 1}})))
    await ok('node', 'import', hung)
    const shown = await fails(1, 'node', 'introspect', '--node-timeout', '1', 'm-hung')
    assert.match(shown, /^m-hung: The machine is still in state inspecting\.$/m)
  })

  it('are configured', async () => {
    await ok('node', 'configure', '--instance-boot-option', 'local', '--deploy-kernel', 'k', 'm-1')
    assert.equal(stored('m-1').driver_info.deploy_kernel, 'k')
    assert.equal(stored('m-1').properties.capabilities, 'compute_profile:1,boot_option:local')
    assert.match(await fails(1, 'node', 'configure', '--root-device', 'largest', 'm-1'), /m-1.* has no inspection data/)
  })

  it('without steps for cleaning fail to clean, and come back', async () => {
    const lines = [
      ['node', 'clean', 'm-broken'],
      ['node', 'bios', 'reset', 'm-broken'],
      ['node', 'bios', 'configure', '--configuration', 'bios.yaml', 'm-broken'],
      ['raid', 'create', '--node', 'm-broken', '{"logical_disks": [{"size_gb": 10}]}'],
    ]
    for (const line of lines) {
      assert.match(await fails(1, ...line), /^m-broken: The clean step is not supported\.$/m)
      await ok('node', 'manage', 'm-broken')
    }
    assert.deepEqual(stored('m-broken').target_raid_config, {logical_disks: [{size_gb: 10}]})
  })

  it('have profiles', async () => {
    await cloud.osc('flavor', 'create', '--property', 'capabilities:profile=compute', 'machine')
    const match = ['profiles', 'match', '--compute-flavor', 'machine', '--compute-scale']
    assert.match(await ok(...match, '1', '--dry-run'), /^m-1 would get the profile compute\.$/m)
    assert.equal(JSON.parse((await run('profiles', 'list', '-f', 'json')).stdout)[0]['Possible Profiles'], 'compute')
    assert.match(await ok(...match, '1'), /^m-1: profile compute$/m)
    assert.match(await fails(1, ...match, '2'), /1 of 2 machines have the profile compute of the flavor machine\./)
    await ok('profiles', 'set', 'compute', 'm-2')
    const rows = JSON.parse((await run('profiles', 'list', '-f', 'json')).stdout)
    assert.deepEqual(
      rows.map((row: Record<string, string>) => [row['Node Name'], row['Current Profile']]),
      [
        ['m-1', 'compute'],
        ['m-2', 'compute'],
      ],
    )
    assert.match(await ok(...match, '2'), /^(?!.*failed)/)
    await fails(4, 'profiles', 'match', '--compute-flavor', 'none', '--compute-scale', '1')
    assert.match(await ok('profiles', 'match'), /^Nothing to match\./)
  })

  for (const [status, message, ...line] of [
    [2, /No machine was specified\.\nSpecify machines/, 'node', 'provide'],
    [2, /Machines and --all-manageable are both given/, 'node', 'clean', '--all-manageable', 'm-1'],
    [2, /No configuration was specified/, 'node', 'bios', 'configure', 'm-1'],
    [2, /under the key settings/, 'node', 'bios', 'configure', '--configuration', '{}', 'm-1'],
    [2, /does not have a list of dictionaries/, 'raid', 'create', '--node', 'm-1', '{"logical_disks": 1}'],
    [4, /^No machine with a name or ID of 'none' exists\.$/m, 'node', 'provide', 'none'],
    [4, /1 of 2 machines failed\.\n {2}No machine with a name/, 'node', 'manage', 'none', 'm-1'],
    [4, /1 of 2 machines failed\.\n {2}No machine with a name/, 'node', 'manage', 'none', 'm-1', 'm-1'],
    [2, /machines\.csv: CSV files are not supported/, 'node', 'import', 'machines.csv'],
  ] as const)
    it(`${line.join(' ')} ends with ${status}`, async () => {
      assert.match(await fails(status, ...line), message)
    })
})

describe('servers on machines', () => {
  const FILE = 'roles.yaml'
  const roles = (...more: string[]) =>
    ['- name: Compute', '  count: 2', '  defaults: {image: {href: os}, nics: [{network: ctlplane}]}', ...more].join(
      '\n',
    )
  let cloud: TestCloud
  const run = (line: string) => cloud.run(line.split(' '), {clock})
  const ok = async (line: string) => {
    const {status, stdout, stderr} = await run(line)
    assert.equal(status, 0, `${line}\n${stderr}`)
    return stdout + stderr
  }
  const provision = `overcloud node provision --stack first -o env.yaml ${FILE}`
  const machines = () => cloud.sandbox.cloud.store.collection('baremetal/nodes').find({})
  const states = () => machines().map(({provision_state: state}) => state)
  const ports = async () => JSON.parse(await ok('port list -f json')).map((row: Record<string, unknown>) => row.Name)

  before(async () => {
    cloud = await startTestCloud()
    writeFileSync(join(cloud.work, FILE), roles())
    writeFileSync(join(cloud.work, 'image'), 'x')
    writeFileSync(join(cloud.work, 'key.pub'), 'ssh-rsa AAAA user\n')
    writeFileSync(join(cloud.work, 'three.json'), instackenv(fake('m-1'), fake('m-2')))
    await ok('overcloud node import --provide three.json')
  })
  after(() => cloud.close())

  it('need their image and their network, before a machine is reserved', async () => {
    const {status, stderr} = await run(provision)
    assert.equal(status, 4, stderr)
    assert.match(stderr, /2 of 2 machines failed\./)
    assert.deepEqual(states(), ['available', 'available'])
    await ok('image create --file image --disk-format raw os')
    await ok('network create ctlplane')
    await ok('subnet create --network ctlplane --subnet-range 192.0.2.0/24 ctlplane')
  })

  it('are deployed, and their addresses are written for the plan', async () => {
    const shown = await ok(`${provision} --overcloud-ssh-key key.pub --debug`)
    const reads = (path: RegExp) => shown.match(new RegExp(`-X GET '?http\\S+${path.source}`, 'g'))?.length
    // The servers have the same image, network and subnet, and each a reservation.
    for (const path of [/images\?name=os/, /networks\?name=/, /networks\/[\da-f]/, /subnets/])
      assert.equal(reads(path), 1)
    assert.equal(reads(/allocations\/[\da-f]/), 2)
    // The version document was cached by the command before.
    assert.equal(reads(/baremetal\/v1(?= )/), undefined)
    assert.match(shown, /^first-novacompute-0: machine m-1$/m)
    assert.match(shown, /^m-2: deployed$/m)
    assert.deepEqual(states(), ['active', 'active'])
    assert.deepEqual((await ports()).sort(), ['first-novacompute-0-ctlplane', 'first-novacompute-1-ctlplane'])
    const {parameter_defaults: values} = parse(readFileSync(join(cloud.work, 'env.yaml'), 'utf8'))
    assert.equal(values.ComputeCount, 2)
    const {
      fixed_ips: [address],
      subnets: [subnet],
    } = values.DeployedServerPortMap['first-novacompute-1-ctlplane']
    assert.match(address.ip_address, /^192\.0\.2\./)
    assert.equal(subnet.cidr, '192.0.2.0/24')
  })

  it('are waited for when an interrupted command left them deploying', async () => {
    const nodes = cloud.sandbox.cloud.store.collection('baremetal/nodes')
    const [node] = nodes.find({name: 'm-1'})
    const id = String(node?.uuid)
    // Ironic refuses other changes of a machine in this state.
    nodes.put(id, {...node, provision_state: 'wait call-back', target_provision_state: 'active'})
    const done = {provision_state: 'active', target_provision_state: null}
    const steps = [{requests: 2, change: done}]
    cloud.sandbox.cloud.store.collection('baremetal/nodes/later').put(id, {id, since: 0, shown: 0, steps})
    const shown = await ok(`${provision} --debug`)
    assert.match(shown, /^m-1: deployed$/m)
    assert.match(shown, /^first-novacompute-1: already deployed on m-2$/m)
    assert.doesNotMatch(shown, /-X (?:PUT|PATCH|POST) '?http\S+baremetal/)
  })

  it('stay as they are when the command is repeated', async () => {
    assert.match(await ok(provision), /^first-novacompute-0: already deployed on m-1$/m)
    assert.equal((await ports()).length, 2)
  })

  it('fail one by one when no machine is free', async () => {
    writeFileSync(join(cloud.work, FILE), roles().replace('count: 2', 'count: 3'))
    const {status, stderr} = await run(provision)
    assert.equal(status, 1)
    assert.match(
      stderr,
      /1 of 3 machines failed\.\n {2}first-novacompute-2: No machine is reserved: .*no available nodes match/,
    )
    assert.deepEqual(states(), ['active', 'active'])
  })

  it('are deleted when the file says so', async () => {
    writeFileSync(
      join(cloud.work, FILE),
      roles('  instances: [{hostname: first-novacompute-1, provisioned: false}]').replace('count: 2', 'count: 1'),
    )
    assert.match(await ok(`overcloud node unprovision --stack first --yes ${FILE}`), /^m-2: released$/m)
    assert.deepEqual(states(), ['active', 'available'])
    assert.deepEqual(await ports(), ['first-novacompute-0-ctlplane'])
  })

  it('are all deleted on request', async () => {
    assert.match(
      await ok(`overcloud node unprovision --stack first --all --yes ${FILE}`),
      /^first-novacompute-1: not deployed$/m,
    )
    assert.deepEqual(states(), ['available', 'available'])
    assert.deepEqual(await ports(), [])
    assert.deepEqual(
      machines().map(({extra}) => extra),
      [{}, {}],
    )
  })

  it('are released one by one, also where a reservation cannot be canceled', async () => {
    const nodes = cloud.sandbox.cloud.store.collection('baremetal/nodes')
    writeFileSync(join(cloud.work, FILE), roles())
    await ok(provision)
    // Reserved, and nothing is deployed.
    for (const node of nodes.find()) nodes.put(String(node.uuid), {...node, provision_state: 'available'})
    cloud.sandbox.faults.add('409:1@DELETE /baremetal/v1/allocations/*')
    const line = `overcloud node unprovision --stack first --all --yes ${FILE}`
    const {status, stderr} = await run(line)
    assert.equal(status, 1)
    assert.match(
      stderr,
      /^first-novacompute-1: reservation canceled\n1 of 2 machines failed\.\n {2}first-novacompute-0: /m,
    )
    assert.deepEqual(await ports(), ['first-novacompute-0-ctlplane'])
    cloud.sandbox.faults.clear()
    await ok(line)
    assert.deepEqual(await ports(), [])
  })

  it('get the ports that are missing when the command is repeated', async () => {
    await ok('network create storage')
    const nics = 'nics: [{network: ctlplane}, {network: storage, fixed_ip: 198.51.100.9}]'
    writeFileSync(
      join(cloud.work, FILE),
      roles()
        .replace(/nics: .*]/, nics)
        .replace('count: 2', 'count: 1'),
    )
    assert.match((await run(provision)).stderr, /not a valid IP for any of the subnets/)
    assert.deepEqual(await ports(), ['first-novacompute-0-ctlplane'])
    await ok('subnet create --network storage --subnet-range 198.51.100.0/24 storage')
    await ok(provision)
    assert.deepEqual((await ports()).sort(), ['first-novacompute-0-ctlplane', 'first-novacompute-0-storage'])
    await ok(`overcloud node unprovision --stack first --all --yes ${FILE}`)
    assert.deepEqual(await ports(), [])
  })

  it('of a role with a profile get a machine that has it', async () => {
    writeFileSync(join(cloud.work, FILE), roles('  instances: [{profile: compute}]').replace('count: 2', 'count: 1'))
    assert.match((await run(provision)).stderr, /No available machine has the capabilities profile:compute\./)
    await ok('overcloud profiles set compute m-2')
    assert.match(await ok(provision), /^m-2: deployed$/m)
  })
})
