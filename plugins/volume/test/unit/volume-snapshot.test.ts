import assert from 'node:assert/strict'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'

describe('volume snapshot', () => {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
    await ok('volume', 'create', '--size', '1', 'data')
  })
  after(() => cloud.close())

  const ok = async (...argv: string[]) => {
    const {status, stdout, stderr} = await cloud.osc(...argv)
    assert.equal(status, 0, stderr)
    return stdout
  }
  const json = async (...argv: string[]) => JSON.parse(await ok(...argv, '-f', 'json'))

  it('creates, of the volume with its own name by default', async () => {
    const named = ['volume', 'snapshot', 'create', '--volume', 'data', '--property', 'a=b', '--wait', 'shot']
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
    const reset = await cloud.osc('volume', 'snapshot', 'set', '--state', 'error', 'night')
    assert.match(reset.stderr, /Warning: the state of volume snapshot night changes only/)
  })

  it('deletes', async () => {
    await ok('volume', 'snapshot', 'delete', '--wait', 'night')
    await ok('volume', 'snapshot', 'delete', '--force', 'data')
    const {status, stderr} = await cloud.osc('volume', 'snapshot', 'delete', '--remote', '--force', 'x')
    assert.equal(status, 2)
    assert.match(stderr, /--remote cannot be combined with --force/)
    assert.equal((await cloud.osc('volume', 'snapshot', 'show', 'night')).status, 4)
  })
})
