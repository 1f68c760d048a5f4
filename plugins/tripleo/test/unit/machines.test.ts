import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'

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
    const said = await fails(1, 'node', 'import', 'wrong.json')
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
      assert.ok(said.includes(line), `${line}\n${said}`)
    assert.deepEqual(await states(), {})
  })

  it('of a valid file are only checked on request', async () => {
    assert.match(await ok('node', 'import', '--validate-only', 'three.json'), /is valid\. Machines: 3\./)
    assert.deepEqual(await states(), {})
  })

  it('are imported, and one that fails does not stop the others', async () => {
    const said = await fails(1, 'node', 'import', '--introspect', '--provide', 'three.json')
    assert.match(said, /^m-1: registered$/m)
    assert.match(said, /^m-2: inspected\nm-1: available\nm-2: available$/m)
    assert.match(said, /1 of 3 machines failed\.\n {2}m-3: Ironic in this cloud does not have the driver nope\./)
    assert.ok(!said.includes('not-to-be-printed'))
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
    const said = await fails(1, 'node', 'introspect', '--all-manageable', '--provide', '--max-retries', '2')
    assert.match(said, /1 of 2 machines failed\.\n {2}m-broken: The inspection failed\./)
    assert.deepEqual(await states(), {'m-1': 'available', 'm-2': 'available', 'm-broken': 'inspect failed'})
    await ok('node', 'manage', 'm-broken')
  })

  it('that take too long are not tried again', async () => {
    const hung = join(cloud.work, 'hung.json')
    writeFileSync(hung, instackenv(fake('m-hung', {capabilities: {hangs: 1}})))
    await ok('node', 'import', hung)
    const said = await fails(1, 'node', 'introspect', '--node-timeout', '1', 'm-hung')
    assert.match(said, /^m-hung: The machine is still in state inspecting\.$/m)
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
    [2, /No machine is given\.\nName machines/, 'node', 'provide'],
    [2, /Machines and --all-manageable are both given/, 'node', 'clean', '--all-manageable', 'm-1'],
    [2, /No configuration is given/, 'node', 'bios', 'configure', 'm-1'],
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
