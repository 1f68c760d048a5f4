import assert from 'node:assert/strict'
import {asArray, asObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'

describe('volume types and their QoS', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const names = ['type', 'private', 'qos', 'volume', 'project'].map(uniqueName)
  const [type, secret, qos, volume, project] = names as [string, string, string, string, string]
  const json = async (...argv: string[]) => JSON.parse(await ok(osc(...argv, '-f', 'json')))
  const record = async (path: string) => asObject((await api('block-storage', 'GET', path)).body)
  let id = ''

  before(async function () {
    await needs(this, 'block-storage')
  })

  it('create, change and remove the encryption', async () => {
    const options = ['--encryption-provider', 'luks', '--encryption-cipher', 'aes-xts-plain64']
    id = (await json('volume', 'type', 'create', type, ...options, '--encryption-key-size', '256')).id
    later('volume', 'type', 'delete', type)
    await ok(osc('volume', 'type', 'set', '--encryption-key-size', '512', type))
    const {provider, cipher, key_size, control_location} = await record(`/types/${id}/encryption`)
    assert.deepEqual([provider, cipher, key_size, control_location], ['luks', 'aes-xts-plain64', 512, 'front-end'])
    const {encryption} = await json('volume', 'type', 'show', '--encryption-type', type)
    assert.deepEqual([encryption.provider, encryption.key_size], ['luks', 512])
    await ok(osc('volume', 'type', 'unset', '--encryption-type', type))
    assert.deepEqual(await record(`/types/${id}/encryption`), {})
  })

  it('give projects access to private ones', async () => {
    const owner = (await json('project', 'create', project)).id
    later('project', 'delete', project)
    const created = await json('volume', 'type', 'create', '--private', '--project', project, secret)
    later('volume', 'type', 'delete', secret)
    assert.equal(created.is_public, false)
    assert.deepEqual((await json('volume', 'type', 'show', secret)).access_project_ids, [owner])
    await ok(osc('volume', 'type', 'unset', '--project', project, secret))
    const {volume_type_access} = await record(`/types/${created.id}/os-volume-type-access`)
    assert.deepEqual(asArray(volume_type_access), [])
    await ok(osc('volume', 'type', 'set', '--project', project, secret))
    assert.deepEqual((await json('volume', 'type', 'show', secret)).access_project_ids, [owner])
  })

  it('limit their volumes by a QoS specification', async () => {
    const created = await json('volume', 'qos', 'create', '--consumer', 'front-end', '--property', 'iops=5', qos)
    later('volume', 'qos', 'delete', '--force', qos)
    await ok(osc('volume', 'qos', 'set', '--property', 'bytes=7', qos))
    await ok(osc('volume', 'qos', 'unset', '--property', 'iops', qos))
    const {consumer, specs} = asObject((await record(`/qos-specs/${created.id}`)).qos_specs)
    assert.deepEqual([consumer, specs], ['front-end', {bytes: '7'}])
    await ok(osc('volume', 'qos', 'associate', qos, type))
    assert.deepEqual((await json('volume', 'qos', 'show', qos)).associations, [type])
    assert.match(await fails(1, osc('volume', 'qos', 'delete', qos)), /volume qos disassociate --all/)
    await ok(osc('volume', 'qos', 'disassociate', '--volume-type', type, qos))
    await ok(osc('volume', 'qos', 'associate', qos, type))
    await ok(osc('volume', 'qos', 'disassociate', '--all', qos))
    assert.equal((await json('volume', 'qos', 'show', qos)).associations, undefined)
    await ok(osc('volume', 'qos', 'delete', qos))
  })

  it('cannot be deleted while a volume has them', async () => {
    const {id: held} = await json('volume', 'create', '--size', '1', '--type', type, '--wait', volume)
    later('volume', 'delete', '--wait', held)
    assert.match(await fails(1, osc('volume', 'type', 'delete', type)), /another type with/)
    await ok(osc('volume', 'delete', '--wait', volume))
    await ok(osc('volume', 'type', 'delete', type))
    await fails(4, osc('volume', 'type', 'show', id))
  })
})
