import assert from 'node:assert/strict'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'
import {recordOf} from './record.ts'

describe('volume', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const [name, renamed, snapshot] = ['volume', 'renamed', 'snapshot'].map(uniqueName) as [string, string, string]
  let id = ''

  before(async function () {
    await needs(this, 'block-storage')
  })

  it('creates', async () => {
    const options = ['--size', '1', '--property', 'a=b', '--wait', '-f', 'value', '-c', 'id']
    id = await ok(osc('volume', 'create', name, ...options))
    later('volume', 'delete', '--cascade', '--wait', id)
    const {size, status, metadata} = await recordOf('volume', `/volumes/${id}`)
    assert.deepEqual([size, status, metadata], [1, 'available', {a: 'b'}])
  })

  it('lists and shows', async () => {
    const [row] = JSON.parse(await ok(osc('volume', 'list', '--name', name, '-f', 'json')))
    assert.deepEqual(row, {ID: id, Name: name, Status: 'available', Size: 1, 'Attached to': []})
    assert.equal(JSON.parse(await ok(osc('volume', 'show', name, '-f', 'json'))).id, id)
  })

  it('changes', async () => {
    await ok(osc('volume', 'set', '--name', renamed, '--size', '2', '--property', 'c=d', '--bootable', '--wait', name))
    await ok(osc('volume', 'unset', '--property', 'a', renamed))
    const {name: changed, size, metadata, bootable} = await recordOf('volume', `/volumes/${id}`)
    assert.deepEqual([changed, size, metadata, bootable], [renamed, 2, {c: 'd'}, 'true'])
    assert.match(await fails(2, osc('volume', 'set', '--size', '1', renamed)), /has 2 GB/)
  })

  it('keeps snapshots', async () => {
    await ok(osc('volume', 'snapshot', 'create', '--volume', renamed, '--wait', snapshot))
    const shown = JSON.parse(await ok(osc('volume', 'snapshot', 'show', snapshot, '-f', 'json')))
    assert.deepEqual([shown.volume_id, shown.status], [id, 'available'])
    await ok(osc('volume', 'snapshot', 'set', '--property', 'e=f', snapshot))
    assert.deepEqual((await recordOf('snapshot', `/snapshots/${shown.id}`)).metadata, {e: 'f'})
    assert.match(await fails(5, osc('volume', 'delete', renamed)), /dependent snapshots/)
    await ok(osc('volume', 'snapshot', 'delete', '--wait', snapshot))
  })

  it('deletes', async () => {
    await ok(osc('volume', 'delete', '--wait', renamed))
    await fails(4, osc('volume', 'show', id))
  })
})
