import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asArray, asObject, decodeJson, type JsonObject} from '@osc-cli/core'
import {login} from '@osc-cli/core/test/integration/support/api'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'

describe('machines', function machines() {
  this.timeout(120_000)
  const osc = oscOnCloud()
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
  const ironic = async (method: string, path: string): Promise<JsonObject> => {
    const {token, endpoints} = await login()
    const headers = {'x-auth-token': token, 'x-openstack-ironic-api-version': '1.50'}
    const answer = await fetch(`${endpoints.get('baremetal')}/v1${path}`, {method, headers})
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
    await needs(this, 'baremetal')
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
    const said = await fails(1, osc('overcloud', 'node', 'import', '--introspect', '--provide', file))
    assert.match(said, new RegExp(`${unknown}: Ironic in this cloud does not have the driver nope\\.`))
    assert.ok(!said.includes('not-to-be-printed'))
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

  it('must exist', async () => {
    await fails(4, osc('overcloud', 'node', 'provide', uniqueName('none')))
  })
})
