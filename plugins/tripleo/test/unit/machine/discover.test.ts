import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'

const NAME = 'tripleo.baremetal.v1.discover_and_enroll_nodes'
const MACHINE = {name: 'm-1', pm_type: 'fake-hardware', cpu: 4, memory: 8192, disk: '40', arch: 'x86_64'}
const clock = {now: Date.now, pause: async () => await sleep(1)}

describe('overcloud node discover', () => {
  let cloud: TestCloud
  const run = (line: string) => cloud.run(line.split(' '), {clock})
  const discover = (more = '') =>
    run(`overcloud node discover --range 192.0.2.0/24 --credentials admin:hunter2:x --credentials root:hunter3${more}`)
  const ok = async (line: string) => {
    const {status, stdout, stderr} = await run(line)
    assert.equal(status, 0, stderr)
    return stdout
  }
  const nodes = () => cloud.sandbox.cloud.store.collection('baremetal/nodes').find()
  /** The workflow as tripleo-common declares it, which finds a machine or fails. */
  const load = async (verb: 'create' | 'update', task: object) => {
    const input = ['ip_addresses', 'credentials', {ports: [623]}, {kernel_name: null}, {instance_boot_option: null}]
    const output = {registered_nodes: nodes().map(({uuid}) => ({uuid}))}
    const workflow = {version: '2.0', [NAME]: {input, output, tasks: {search: task}}}
    writeFileSync(join(cloud.work, 'discover.json'), JSON.stringify(workflow))
    await ok(`workflow ${verb} discover.json`)
  }

  before(async () => {
    cloud = await startTestCloud()
    writeFileSync(join(cloud.work, 'one.json'), JSON.stringify({nodes: [MACHINE]}))
    await ok('overcloud node import one.json')
  })
  after(() => cloud.close())

  it('needs the workflow of tripleo-common', async () => {
    const {status, stderr} = await discover()
    assert.equal(status, 1)
    assert.match(stderr, /does not have the workflow .*discover_and_enroll_nodes.*\n.*osc overcloud node import FILE/)
  })

  it('has the workflow register machines, then inspects and provides them', async () => {
    await load('create', {action: 'std.noop'})
    const {status, stderr} = await discover(' --port 6230 --introspect --provide --debug')
    assert.equal(status, 0, stderr)
    assert.match(stderr, /^Machines registered: 1\.$/m)
    assert.match(stderr, /^m-1: inspected$/m)
    assert.doesNotMatch(stderr, /hunter/)
    assert.deepEqual(
      nodes().map(({provision_state: state}) => state),
      ['available'],
    )
    const [execution] = JSON.parse(await ok(`workflow execution list --filter workflow_name=${NAME} -f json`))
    const input = JSON.parse(await ok(`workflow execution input show ${execution.ID}`))
    assert.deepEqual(
      [input.ip_addresses, input.ports, input.kernel_name, input.instance_boot_option],
      ['192.0.2.0/24', [6230], 'file:///var/lib/ironic/httpboot/agent.kernel', 'local'],
    )
    assert.equal(input.credentials.length, 2)
  })

  it('reports why the workflow failed', async () => {
    await load('update', {action: 'std.fail'})
    const {status, stderr} = await discover()
    assert.equal(status, 1)
    assert.match(stderr, /^Machines were not discovered: .+\n.*osc workflow execution report show /)
    assert.doesNotMatch(stderr, /hunter/)
  })

  it('does not repeat credentials that have no password', async () => {
    const {status, stderr} = await run('overcloud node discover --ip 192.0.2.1 --credentials hunter2')
    assert.deepEqual([status, stderr], [2, '--credentials: Expected USER:PASSWORD.\n'])
  })

  it('needs addresses, or a range of them', async () => {
    for (const line of ['', ' --ip 192.0.2.1 --range 192.0.2.0/24'])
      assert.equal((await run(`overcloud node discover --credentials a:b${line}`)).status, 2)
  })
})
