import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

describe('volume snapshot', () => {
  const {json, ok, osc} = story('volume create --size 1 data')

  it('creates, of the volume with its own name by default', async () => {
    const named = ['volume', 'snapshot', 'create', '--volume', 'data', '--property', 'a=b', '--wait', 'shot'] as const
    const {size, status, properties} = await json(...named)
    assert.deepEqual([size, status, properties], [1, 'available', {a: 'b'}])
    assert.equal((await json('volume', 'snapshot', 'create', 'data')).name, 'data')
  })

  it('lists; people see names of volumes, programs see IDs', async () => {
    assert.match(await ok('volume', 'snapshot', 'list', '--long', '--name', 'shot'), /\| data +\| a='b' +\|/)
    const [row] = await json('volume', 'snapshot', 'list', '--long', '--name', 'shot')
    assert.match(row.Volume, /^[0-9a-f-]{36}$/)
    assert.equal((await json('volume', 'snapshot', 'list', '--max-items', '1')).length, 1)
  })

  it('changes', async () => {
    await ok('volume', 'snapshot', 'set', '--name', 'night', '--description', 'Nightly', '--property', 'c=d', 'shot')
    const {description, properties} = await json('volume', 'snapshot', 'show', 'night')
    assert.deepEqual([description, properties], ['Nightly', {a: 'b', c: 'd'}])
    await ok('volume', 'snapshot', 'unset', '--property', 'a', 'night')
    await ok('volume', 'snapshot', 'set', '--no-property', 'night')
    assert.deepEqual((await json('volume', 'snapshot', 'show', 'night')).properties, {})
    const reset = await osc('volume', 'snapshot', 'set', '--state', 'error', 'night')
    assert.match(reset.stderr, /Warning: the state of volume snapshot night changes only/)
  })

  it('deletes', async () => {
    await ok('volume', 'snapshot', 'delete', '--wait', 'night')
    await ok('volume', 'snapshot', 'delete', '--force', 'data')
    const {status, stderr} = await osc('volume', 'snapshot', 'delete', '--remote', '--force', 'x')
    assert.equal(status, 2)
    assert.match(stderr, /--remote cannot be combined with --force/)
    assert.equal((await osc('volume', 'snapshot', 'show', 'night')).status, 4)
  })
})
