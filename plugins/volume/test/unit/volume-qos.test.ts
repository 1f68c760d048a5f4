import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

describe('volume qos', () => {
  const {json, ok, osc} = story()

  it('creates and shows', async () => {
    const {consumer, properties} = await json('volume', 'qos', 'create', '--property', 'iops=500', 'slow')
    assert.deepEqual([consumer, properties], ['both', {iops: '500'}])
    assert.equal('associations' in (await json('volume', 'qos', 'show', 'slow')), false)
  })

  it('associates with volume types', async () => {
    await ok('volume', 'qos', 'associate', 'slow', '__DEFAULT__')
    assert.deepEqual((await json('volume', 'qos', 'show', 'slow')).associations, ['__DEFAULT__'])
    const [row] = await json('volume', 'qos', 'list')
    assert.deepEqual(row.Associations, ['__DEFAULT__'])
    await ok('volume', 'qos', 'disassociate', '--volume-type', '__DEFAULT__', 'slow')
    await ok('volume', 'qos', 'associate', 'slow', '__DEFAULT__')
    await ok('volume', 'qos', 'disassociate', '--all', 'slow')
    assert.deepEqual((await json('volume', 'qos', 'list'))[0].Associations, [])
  })

  it('changes limits', async () => {
    const limits = async () => (await json('volume', 'qos', 'show', 'slow')).properties
    await ok('volume', 'qos', 'set', '--property', 'bytes=9', 'slow')
    assert.deepEqual(await limits(), {iops: '500', bytes: '9'})
    await ok('volume', 'qos', 'unset', '--property', 'iops', 'slow')
    assert.deepEqual(await limits(), {bytes: '9'})
    await ok('volume', 'qos', 'set', '--no-property', '--property', 'iops=1', 'slow')
    assert.deepEqual(await limits(), {iops: '1'})
  })

  it('deletes', async () => {
    await ok('volume', 'qos', 'associate', 'slow', '__DEFAULT__')
    assert.equal((await osc('volume', 'qos', 'delete', 'slow')).status, 1)
    await ok('volume', 'qos', 'delete', '--force', 'slow')
    assert.equal((await osc('volume', 'qos', 'show', 'slow')).status, 4)
  })
})
