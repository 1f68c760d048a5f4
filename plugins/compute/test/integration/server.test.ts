import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'

describe('server', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const [name, flavor] = [uniqueName('server'), uniqueName('flavor')]
  let image = ''
  let id = ''
  const server = async () => asObject(asObject((await api('compute', 'GET', `/servers/${id}`)).body).server)

  before(async function () {
    await needs(this, 'compute', 'image')
    const file = join(osc.place.work, 'disk.img')
    writeFileSync(file, 'x'.repeat(512))
    const line = ['image', 'create', '--disk-format', 'raw', '--file', file, uniqueName('image')]
    image = await ok(osc(...line, '-f', 'value', '-c', 'id'))
    later('image', 'delete', image)
  })

  it('creates and waits', async () => {
    later('flavor', 'delete', flavor)
    await ok(osc('flavor', 'create', '--ram', '64', '--disk', '1', flavor))
    later('server', 'delete', '--wait', name)
    const line = [
      'server',
      'create',
      '--flavor',
      flavor,
      '--image',
      image,
      '--nic',
      'none',
      '--property',
      'a=1',
      '--wait',
      name,
    ]
    id = (await ok(osc(...line, '-f', 'value', '-c', 'id'))).trim()
    const {status, metadata} = await server()
    assert.deepEqual([status, metadata], ['ACTIVE', {a: '1'}])
  })

  it('lists and shows', async () => {
    assert.match(await ok(osc('server', 'list', '--name', name, '-f', 'value')), new RegExp(id))
    assert.equal(JSON.parse(await ok(osc('server', 'show', name, '-f', 'json'))).id, id)
  })

  it('sets and unsets properties', async () => {
    await ok(osc('server', 'set', '--property', 'b=2', name))
    await ok(osc('server', 'unset', '--property', 'a', name))
    assert.deepEqual((await server()).metadata, {b: '2'})
  })

  it('shelves and unshelves', async () => {
    await ok(osc('server', 'shelve', '--offload', '--wait', name))
    assert.equal((await server()).status, 'SHELVED_OFFLOADED')
    assert.match(await fails(5, osc('server', 'pause', name)), /pause/)
    await ok(osc('server', 'unshelve', '--wait', name))
    assert.equal((await server()).status, 'ACTIVE')
  })

  it('deletes and waits', async () => {
    await ok(osc('server', 'delete', '--wait', name))
    assert.equal((await api('compute', 'GET', `/servers/${id}`)).status, 404)
  })
})
