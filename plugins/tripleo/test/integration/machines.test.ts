import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asArray, asObject, decodeJson, type JsonObject} from '@osc-cli/core'
import {login} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'

describe('machines', function machines() {
  this.timeout(120_000)
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const [one, two, unknown] = [uniqueName('m1'), uniqueName('m2'), uniqueName('m3')]
  const folder = mkdtempSync(join(tmpdir(), 'osc-machines-'))
  const file = join(folder, 'instackenv.json')
  const mac = () =>
    `52:54:00:${[0, 0, 0]
      .map(() =>
        Math.floor(Math.random() * 256)
          .toString(16)
          .padStart(2, '0'),
      )
      .join(':')}`
  // Names need a microversion.
  const ironic = async (method: string, path: string, body?: JsonObject): Promise<JsonObject> => {
    const {token, endpoints} = await login()
    const headers = {
      'x-auth-token': token,
      'x-openstack-ironic-api-version': '1.50',
      'content-type': 'application/json',
    }
    const init = {method, headers, ...(body && {body: JSON.stringify(body)})}
    const answer = await fetch(`${endpoints.get('baremetal')}/v1${path}`, init)
    const text = await answer.text()
    return text === '' ? {} : asObject(decodeJson(text))
  }
  const nodes = async () => asArray((await ironic('GET', '/nodes/detail')).nodes).map(asObject)
  const states = async () =>
    Object.fromEntries(
      (await nodes())
        .filter(({name}) => [one, two, unknown].includes(String(name)))
        .map(({name, provision_state: state}) => [name, state]),
    )

  before(async function () {
    await needs(this, 'baremetal', 'network', 'image')
    const machine = (name: string, more: JsonObject = {}) => ({
      name,
      pm_type: 'fake-hardware',
      cpu: 4,
      memory: 8192,
      ...more,
    })
    const capabilities = 'compute_profile:1'
    writeFileSync(
      file,
      JSON.stringify([
        machine(one, {mac: [mac()], capabilities, pm_password: 'not-to-be-printed'}),
        machine(two, {ports: [{address: mac()}]}),
        {...machine(unknown), pm_type: 'nope'},
      ]),
    )
  })
  after(async () => {
    rmSync(folder, {recursive: true})
    for (const {uuid, name} of await nodes())
      if ([one, two].includes(String(name))) await ironic('DELETE', `/nodes/${uuid}`)
  })

  it('are imported, inspected and provided; one that fails does not stop the others', async () => {
    const stderr = await fails(1, osc('overcloud', 'node', 'import', '--introspect', '--provide', file))
    assert.match(stderr, new RegExp(`${unknown}: Ironic in this cloud does not have the driver nope\\.`))
    assert.ok(!stderr.includes('not-to-be-printed'))
    assert.deepEqual(await states(), {[one]: 'available', [two]: 'available'})
  })

  it('have profiles', async () => {
    const list = await ok(
      osc('overcloud', 'profiles', 'list', '-f', 'value', '-c', 'Node Name', '-c', 'Possible Profiles'),
    )
    assert.ok(list.split('\n').includes(`${one} compute`), list)
    await ok(osc('overcloud', 'profiles', 'set', 'compute', two))
    assert.match(JSON.stringify((await ironic('GET', `/nodes/${two}`)).properties), /profile:compute/)
  })

  it('fail to clean without steps for it, and come back', async () => {
    await ok(osc('overcloud', 'node', 'manage', one))
    assert.match(await fails(1, osc('overcloud', 'node', 'clean', one)), /does not support this clean step/)
    assert.equal((await states())[one], 'clean failed')
    await ok(osc('overcloud', 'node', 'manage', one))
    await ok(osc('overcloud', 'node', 'configure', '--instance-boot-option', 'local', one))
    await ok(osc('overcloud', 'node', 'provide', one))
    assert.equal((await states())[one], 'available')
  })

  it('run servers without Nova, and are released', async () => {
    const [network, image, hostname] = [uniqueName('network'), uniqueName('image'), uniqueName('server')]
    later('image', 'delete', image)
    await ok(osc('image', 'create', '--disk-format', 'raw', '--file', new URL(import.meta.url).pathname, image))
    later('network', 'delete', network)
    await ok(osc('network', 'create', network))
    await ok(osc('subnet', 'create', '--network', network, '--subnet-range', '192.0.2.0/24', network))
    // Ironic reserves no machine whose power state it does not know.
    await ironic('PUT', `/nodes/${one}/states/power`, {target: 'power off'})
    const server = {name: one, hostname, image: {href: image}, nics: [{network}]}
    const [servers, environment] = [join(folder, 'servers.yaml'), join(folder, 'environment.yaml')]
    writeFileSync(servers, JSON.stringify([{name: 'Compute', instances: [server]}]))
    const provision = ['overcloud', 'node', 'provision', '--stack', uniqueName('plan'), '-o', environment, servers]
    await ok(osc(provision, {timeout: 100_000}))
    assert.equal((await states())[one], 'active')
    assert.match(readFileSync(environment, 'utf8'), /ComputeCount: 1\n/)
    const ports = ['port', 'list', '--network', network, '-f', 'value', '-c', 'Name']
    assert.equal(await ok(osc(...ports)), `${hostname}-${network}`)
    assert.match(await ok(osc(provision, {timeout: 100_000})), /^$/)
    await ok(osc(['overcloud', 'node', 'unprovision', '--all', '--yes', servers], {timeout: 100_000}))
    assert.equal((await states())[one], 'available')
    assert.equal(await ok(osc(...ports)), '')
  })

  it('must exist', async () => {
    await fails(4, osc('overcloud', 'node', 'provide', uniqueName('none')))
  })
})
