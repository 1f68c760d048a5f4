import assert from 'node:assert/strict'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {parse} from 'yaml'
import {instancesIn} from '../../../src/machine/instances.ts'

const FORMAT = '%stackname%-novacompute-%index%'
const TRIPLEO = {
  heat_template_version: 'queens',
  parameters: {ComputeHostnameFormat: {type: 'string', default: FORMAT}},
  outputs: {
    AnsibleHostVarsMap: {
      value: {
        Compute: {'big-novacompute-1': {}, 'big-novacompute-0': {}},
        Controller: ['big-controller-0'],
        Storage: [],
      },
    },
  },
}

const SERVER = {name: 'plain-%index%', flavor: 'm1.tiny', image: 'cirros'}
const PLAIN = {
  heat_template_version: 'queens',
  resources: {
    Compute: {
      type: 'OS::Heat::ResourceGroup',
      properties: {count: 2, resource_def: {type: 'OS::Nova::Server', properties: SERVER}},
    },
  },
}

describe('overcloud node extract provisioned', () => {
  let cloud: TestCloud
  const file = (name: string) => join(cloud.work, name)
  const ok = async (...line: string[]) => {
    const {status, stdout, stderr} = await cloud.run(line)
    assert.equal(status, 0, stderr)
    return {stdout, stderr}
  }
  const extract = (...options: string[]) => ok('overcloud', 'node', 'extract', 'provisioned', ...options)

  before(async () => {
    cloud = await startTestCloud()
    writeFileSync(file('disk.raw'), 'a disk')
    await ok('image', 'create', '--disk-format', 'raw', '--file', file('disk.raw'), 'cirros')
    const templates = {big: TRIPLEO, plain: PLAIN, none: {heat_template_version: 'queens'}}
    for (const [stack, template] of Object.entries(templates)) {
      writeFileSync(file('template.json'), JSON.stringify(template))
      await ok('stack', 'create', '--wait', '-t', file('template.json'), stack)
    }
    const nodes = cloud.sandbox.cloud.store.collection('baremetal/nodes')
    nodes.put('a', {uuid: 'a', name: 'm-a', instance_info: {display_name: 'big-novacompute-0'}})
    nodes.put('b', {uuid: 'b', name: null, instance_info: {display_name: 'big-controller-0'}})
    nodes.put('c', {uuid: 'c', name: 'm-c', instance_info: {}})
  })
  after(() => cloud.close())

  it('prints roles, hosts and machines as node provision reads them', async () => {
    const {stdout} = await extract('--stack', 'big')
    const roles = parse(stdout)
    assert.deepEqual(roles, [
      {
        name: 'Compute',
        count: 2,
        hostname_format: FORMAT,
        instances: [{hostname: 'big-novacompute-0', name: 'm-a'}, {hostname: 'big-novacompute-1'}],
      },
      {name: 'Controller', count: 1, instances: [{hostname: 'big-controller-0'}]},
    ])
    const {wanted} = instancesIn('roles.yaml', roles, 'big')
    assert.deepEqual(
      wanted.map(({hostname, machine}) => [hostname, machine]),
      [
        ['big-novacompute-0', 'm-a'],
        ['big-novacompute-1', undefined],
        ['big-controller-0', undefined],
      ],
    )
  })

  it('takes the servers of the stack where it does not have the outputs of TripleO', async () => {
    const {stdout} = await extract('--stack', 'plain')
    const instances = [{hostname: 'plain-0'}, {hostname: 'plain-1'}]
    assert.deepEqual(parse(stdout), [{name: 'Compute', count: 2, instances}])
  })

  it('writes the same to a file', async () => {
    const {stdout} = await extract('--stack', 'big', '--output', 'roles.yaml')
    assert.equal(readFileSync(file('roles.yaml'), 'utf8'), stdout)
  })

  it('overwrites a file in a pipe without a question', async () => {
    writeFileSync(file('old.yaml'), 'old')
    await extract('--stack', 'big', '-o', 'old.yaml')
    assert.match(readFileSync(file('old.yaml'), 'utf8'), /^# Servers of stack big on /)
  })

  it('writes nothing for a stack without servers', async () => {
    const {stdout, stderr} = await extract('--stack', 'none', '-o', 'none.yaml')
    assert.deepEqual([stdout, stderr], ['', 'Stack none has no servers.\n'])
    assert.ok(!existsSync(file('none.yaml')))
  })
})
