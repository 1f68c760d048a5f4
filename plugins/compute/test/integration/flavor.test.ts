import assert from 'node:assert/strict'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'

describe('flavor', () => {
  before(async function () {
    await needs(this, 'compute')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const name = uniqueName('flavor')
  let id = ''
  const specs = async () => (await api('compute', 'GET', `/flavors/${id}/os-extra_specs`)).body

  it('creates', async () => {
    later('flavor', 'delete', name)
    id = (
      await ok(
        osc('flavor', 'create', '--private', '--ram', '64', '--property', 'a=1', name, '-f', 'value', '-c', 'id'),
      )
    ).trim()
    const {body} = await api('compute', 'GET', `/flavors/${id}`)
    assert.deepEqual(body, {flavor: {...Object(body).flavor, name, ram: 64, 'os-flavor-access:is_public': false}})
    assert.deepEqual(await specs(), {extra_specs: {a: '1'}})
  })

  it('lists and shows', async () => {
    assert.match(await ok(osc('flavor', 'list', '--private', '-f', 'value', '-c', 'ID')), new RegExp(id))
    assert.equal(JSON.parse(await ok(osc('flavor', 'show', name, '-f', 'json'))).id, id)
  })

  it('sets and unsets properties', async () => {
    await ok(osc('flavor', 'set', '--property', 'b=2', name))
    await ok(osc('flavor', 'unset', '--property', 'a', name))
    assert.deepEqual(await specs(), {extra_specs: {b: '2'}})
  })

  it('deletes', async () => {
    await ok(osc('flavor', 'delete', name))
    assert.equal((await api('compute', 'GET', `/flavors/${id}`)).status, 404)
    assert.match(await fails(4, osc('flavor', 'show', name)), new RegExp(name))
  })
})
