import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asArray, asObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {after, before, describe, it} from 'mocha'

describe('a stack from a TOSCA template', function () {
  this.timeout(180_000)
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const folder = mkdtempSync(join(tmpdir(), 'osc-tosca-'))
  // No other image of the cloud has this distribution, no other flavor this size.
  const name = uniqueName('tosca')
  const memory = 1024 + (process.pid % 1000)
  const template = `tosca_definitions_version: tosca_simple_yaml_1_3
topology_template:
  inputs:
    range: {type: string, default: 10.77.0.0/24}
  node_templates:
    server:
      type: tosca.nodes.Compute
      capabilities:
        host: {properties: {num_cpus: 3, mem_size: ${memory} MB, disk_size: 1 GB}}
        os: {properties: {type: linux, distribution: ${name}}}
    port:
      type: tosca.nodes.network.Port
      requirements: [{binding: server}, {link: net}]
    net:
      type: tosca.nodes.network.Network
      properties: {network_name: ${name}, cidr: {get_input: range}, ip_version: 4}
`

  before(async function () {
    await needs(this, 'orchestration', 'compute', 'image', 'network')
    writeFileSync(join(folder, 'app.yaml'), template)
    writeFileSync(join(folder, 'image'), 'nothing boots')
    const properties = ['--property', 'os_type=linux', '--property', `os_distro=${name}`]
    later('image', 'delete', name)
    await ok(osc('image', 'create', '--disk-format', 'raw', ...properties, '--file', join(folder, 'image'), name))
    later('flavor', 'delete', name)
    await ok(osc('flavor', 'create', '--vcpus', '3', '--ram', String(memory), '--disk', '1', name))
    later('stack', 'delete', '--yes', '--wait', name)
  })
  after(() => rmSync(folder, {recursive: true}))

  it('is created from what is piped to stack create', async () => {
    const file = join(folder, 'app.yaml')
    const stdin = await ok(osc('translate', 'template', '--template-type', 'tosca', '--template-file', file))
    await ok(osc(['stack', 'create', '-t', '-', '--wait', name], {stdin, timeout: 120_000}))
    const {body: listed} = await api('orchestration', 'GET', `/stacks/${name}/resources`)
    const resources = asArray(asObject(listed).resources).map(asObject)
    const {physical_resource_id: made} = resources.find(({resource_name}) => resource_name === 'server') ?? {}
    const server = asObject((await api('compute', 'GET', `/servers/${made}`)).body)
    const {id, flavor, image} = asObject(server.server)
    assert.equal(asObject(flavor).id, await ok(osc('flavor', 'show', name, '-f', 'value', '-c', 'id')))
    const ports = await ok(osc('port', 'list', '--device-id', String(id), '-f', 'value', '-c', 'Fixed IP Addresses'))
    assert.match(ports, /'ip_address': '10\.77\.0\.\d+'/)
    assert.equal(asObject(image).id, await ok(osc('image', 'show', name, '-f', 'value', '-c', 'id')))
  })
})
