import assert from 'node:assert/strict'
import {asObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'

describe('image metadef', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const name = uniqueName('namespace')
  const path = `/v2/metadefs/namespaces/${name}`
  const metadef = (...argv: string[]) => osc('image', 'metadef', ...argv)

  before(async function () {
    await needs(this, 'image')
  })

  const record = async (below = '') => asObject((await api('image', 'GET', path + below)).body)

  it('creates and changes a namespace', async () => {
    await ok(metadef('namespace', 'create', '--display-name', 'Racks', '--public', name))
    later('image', 'metadef', 'namespace', 'delete', name)
    await ok(metadef('namespace', 'set', '--description', 'text', '--tag', 't', name))
    const {display_name: shown, description, visibility} = await record()
    assert.deepEqual([shown, description, visibility], ['Racks', 'text', 'public'])
    assert.match(await ok(metadef('namespace', 'list')), new RegExp(name))
    await ok(metadef('namespace', 'unset', '--all-tags', name))
    assert.deepEqual((await record('/tags')).tags, [])
  })

  it('creates and changes a property', async () => {
    const schema = '{"enum": ["a", "b"], "readonly": true}'
    await ok(metadef('property', 'create', '--name', 'p', '--title', 'P', '--type', 'string', '--schema', schema, name))
    await ok(metadef('property', 'set', '--title', 'Q', name, 'p'))
    const {title, readonly, enum: values} = await record('/properties/p')
    assert.deepEqual([title, readonly, values], ['Q', true, ['a', 'b']])
    await ok(metadef('property', 'delete', name, 'p'))
    assert.deepEqual((await record('/properties')).properties, {})
  })

  it('creates and renames an object', async () => {
    await ok(metadef('object', 'create', '--namespace', name, 'rack'))
    await ok(metadef('object', 'update', '--name', 'cabinet', name, 'rack'))
    assert.equal((await record('/objects/cabinet')).name, 'cabinet')
    await ok(metadef('object', 'delete', name))
    assert.deepEqual((await record('/objects')).objects, [])
  })

  it('applies to resource types', async () => {
    await ok(metadef('resource', 'type', 'association', 'create', name, 'OS::Nova::Server'))
    assert.equal(await ok(metadef('resource', 'type', 'association', 'list', name, '-f', 'value')), 'OS::Nova::Server')
    await ok(metadef('resource', 'type', 'association', 'delete', name, 'OS::Nova::Server'))
  })

  it('names what is missing', async () => {
    assert.match(await fails(4, metadef('namespace', 'show', `${name}-none`)), /-none/)
  })

  it('deletes', async () => {
    await ok(metadef('namespace', 'delete', name))
    assert.equal((await api('image', 'GET', path)).status, 404)
  })
})
