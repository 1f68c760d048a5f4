import assert from 'node:assert/strict'
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asArray, asObject, decodeJson} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {parse} from 'yaml'

describe('deployment', function deployment() {
  this.timeout(300_000)
  before(async function () {
    await needs(this, 'object-store', 'network', 'compute', 'image', 'workflowv2')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const plan = uniqueName('deployment')
  const image = uniqueName('image')
  const flavor = uniqueName('flavor')
  const stacks = async () => {
    const {body} = await api('orchestration', 'GET', `/stacks?name=${plan}`)
    return asArray(asObject(body).stacks).map((stack) => asObject(stack).stack_status)
  }
  const updated = async () => {
    const {body} = await api('orchestration', 'GET', `/stacks?name=${plan}`)
    return asArray(asObject(body).stacks).map((stack) => asObject(stack).updated_time)[0]
  }
  const imagesOf = async () => {
    const {body} = await api('compute', 'GET', `/servers/detail?name=${plan}`)
    const rows = asArray(asObject(body).servers).map(asObject)
    return new Map(rows.map(({id, image}): [string, string] => [String(id), String(asObject(image).id)]).sort())
  }
  const own = uniqueName('own').replaceAll('-', '_')
  const definition = {
    version: '2.0',
    [own]: {
      tags: ['osc-check', `group:${own}`],
      input: ['plan'],
      output: {failed: [], warned: []},
      tasks: {nothing: {action: 'std.noop'}},
    },
  }
  const servers = async () => {
    const {body} = await api('compute', 'GET', `/servers/detail?name=${plan}`)
    return asArray(asObject(body).servers)
      .map(asObject)
      .map(({name, status}) => `${name} ${status}`)
      .sort()
  }
  const status = async () => asObject(decodeJson(await ok(osc('overcloud', 'status', '--plan', plan, '-f', 'json'))))

  it('starts with a plan that did not exist', async () => {
    later('image', 'delete', image)
    await ok(osc('image', 'create', '--disk-format', 'raw', '--file', new URL(import.meta.url).pathname, image))
    later('flavor', 'delete', flavor)
    await ok(osc('flavor', 'create', '--ram', '64', '--disk', '1', flavor))
    later('overcloud', 'delete', '-y', plan)
    const names = ['--name', plan, '--image', image, '--flavor', flavor]
    const line = ['overcloud', 'start', ...names, '--role', 'Compute=1', '--run-validations', '--yes']
    await ok(osc(line, {timeout: 180_000}))
    assert.deepEqual(await stacks(), ['CREATE_COMPLETE'])
    assert.deepEqual(await servers(), [`${plan}-compute-0 ACTIVE`, `${plan}-controller-0 ACTIVE`])
    const {Summary} = await status()
    assert.equal(Summary, 'Deployed as planned, 2 of 2 servers are complete.')
  })

  it('has servers that can be extracted for provisioning', async () => {
    const text = await ok(osc('overcloud', 'node', 'extract', 'provisioned', '--stack', plan))
    const role = (name: string) => {
      const host = name.toLowerCase()
      const instances = [{hostname: `${plan}-${host}-0`}]
      return {name, count: 1, hostname_format: `%stackname%-${host}-%index%`, instances}
    }
    assert.deepEqual(parse(text), [role('Compute'), role('Controller')])
  })

  it('is not changed when a validation fails', async () => {
    const before = await updated()
    await ok(osc('overcloud', 'plan', 'set', plan, '--parameter', 'ComputeImage=none'))
    const line = ['overcloud', 'plan', 'deploy', '--run-validations', plan]
    const shown = await fails(1, osc(line, {timeout: 180_000}))
    assert.match(shown, /Compute: no active image is named none\./)
    assert.match(shown, /Validations failed\. Nothing was deployed\./)
    assert.equal(await updated(), before)
    await ok(osc('overcloud', 'plan', 'set', plan, '--parameter', `ComputeImage=${image}`))
  })

  it('passes all validations, also one of the user', async () => {
    later('workflow', 'delete', own)
    const file = join(mkdtempSync(join(tmpdir(), 'osc-validation-')), 'own.yaml')
    writeFileSync(file, JSON.stringify(definition))
    await ok(osc('workflow', 'create', file))
    assert.match(await ok(osc('tripleo', 'validator', 'list', '--group', own, '-f', 'value')), new RegExp(`^${own} `))
    for (const group of ['pre-deployment', 'post-deployment', own])
      await ok(osc(['tripleo', 'validator', 'run', '--group', group, '--plan', plan], {timeout: 120_000}))
  })

  it('is scaled, and loses the servers that are named', async () => {
    await ok(osc(['overcloud', 'deploy', '--stack', plan, '--role', 'Compute=2'], {timeout: 180_000}))
    await ok(osc(['overcloud', 'node', 'delete', '--stack', plan, '--yes', 'Compute:0'], {timeout: 180_000}))
    assert.deepEqual(await servers(), [`${plan}-compute-1 ACTIVE`, `${plan}-controller-0 ACTIVE`])
    assert.match(await ok(osc('overcloud', 'show', '--graph', plan)), /└─ 1: .*-compute-1 ACTIVE/)
    assert.equal(await ok(osc('overcloud', 'plan', 'diff', plan)), 'Nothing differs.')
    const before = await servers()
    await ok(osc(['overcloud', 'plan', 'deploy', plan], {timeout: 180_000}))
    assert.deepEqual(await servers(), before)
    await fails(4, osc('overcloud', 'node', 'delete', '--stack', plan, '--yes', 'nope'))
  })

  it('is upgraded one role after the other', async () => {
    const other = uniqueName('image')
    later('image', 'delete', other)
    await ok(osc('image', 'create', '--disk-format', 'raw', '--file', new URL(import.meta.url).pathname, other))
    const before = await imagesOf()
    const images = ['--parameter', `ControllerImage=${other}`, '--parameter', `ComputeImage=${other}`]
    await ok(osc('overcloud', 'upgrade', 'prepare', '--stack', plan, ...images))
    const run = ['overcloud', 'upgrade', 'run', '--stack', plan, '--limit', 'Controller', '--yes']
    await ok(osc(run, {timeout: 180_000}))
    const changed = await imagesOf()
    // The servers are rebuilt: they keep their IDs.
    assert.deepEqual([...changed.keys()], [...before.keys()])
    assert.equal([...changed].filter(([id, image]) => before.get(id) !== image).length, 1)
    assert.match(String((await status()).Summary), /The plan has changes that are not deployed: 1\./)
    await ok(osc(['overcloud', 'upgrade', 'converge', '--stack', plan, '--yes'], {timeout: 180_000}))
    assert.equal(new Set((await imagesOf()).values()).size, 1)
  })

  it('gets servers of another role', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'osc-roles-')), 'roles.yaml')
    const path = new URL('../../templates/roles', import.meta.url).pathname
    const generate = ['roles', 'generate', '--roles-path', path, '-o', file, 'Controller', 'Compute', 'Storage']
    await ok(osc('overcloud', ...generate))
    const values = ['--parameter', `StorageImage=${image}`, '--parameter', `StorageFlavor=${flavor}`]
    await ok(osc('overcloud', 'plan', 'set', plan, '-r', file, '--role', 'Storage=1', ...values))
    await ok(osc(['overcloud', 'plan', 'deploy', plan], {timeout: 180_000}))
    assert.ok((await servers()).some((server) => /-storage-0 ACTIVE$/.test(server)))
  })

  it('prints no token, and keeps its plan while it is deployed', async () => {
    await fails(5, osc('overcloud', 'plan', 'delete', plan))
    const {stdout, stderr} = await osc('overcloud', 'status', '--plan', plan, '--debug')
    assert.doesNotMatch(stdout + stderr, /gAAAA|data=\{/)
    assert.match(stderr, /GET .*stacks/)
  })

  it('fails with a reason for the server', async () => {
    const change = ['--role', 'Compute=2', '--parameter', 'ComputeFlavor=none']
    const shown = await fails(1, osc(['overcloud', 'deploy', '--stack', plan, ...change], {timeout: 180_000}))
    // The nested stack fails in Heat, and its server in the sandbox.
    assert.match(shown, /Compute \d(?:, server)?: The flavor none does not exist\./)
    assert.match(await ok(osc('why')), new RegExp(`osc overcloud failures --plan ${plan}`))
    assert.match(
      await ok(osc('overcloud', 'failures', '--plan', plan, '-f', 'value')),
      /^Compute \d .*osc flavor list$/m,
    )
    assert.equal((await status())['Deployment Status'], 'DEPLOY_FAILED')
  })

  it('is deleted', async () => {
    await ok(osc(['overcloud', 'delete', '-y', plan], {timeout: 180_000}))
    assert.deepEqual([await stacks(), await servers()], [[], []])
    await fails(4, osc('overcloud', 'delete', '-y', plan))
    await fails(4, osc('overcloud', 'status', '--plan', plan))
  })
})
