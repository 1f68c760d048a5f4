import assert from 'node:assert/strict'
import {asArray, asObject, decodeJson} from '@osc-cli/core'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'

// Zaqar connects to it before it creates a pool.
const {OSC_TEST_POOL: STORAGE = 'redis://127.0.0.1:16379/10'} = process.env

describe('messaging pool and flavor', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const [pool, flavor] = [uniqueName('pool'), uniqueName('flavor')]
  const value = (...line: string[]) => ok(osc('messaging', ...line, '-f', 'value'))

  before(async function () {
    await needs(this, 'messaging')
    // Without pooling there are no such paths.
    if ((await osc('messaging', 'pool', 'list')).status === 4) this.skip()
  })

  it('creates, lists, changes and shows a pool', async () => {
    later('messaging', 'pool', 'delete', pool)
    // Without weight, no queue of others gets into it.
    await ok(osc('messaging', 'pool', 'create', pool, STORAGE, '0'))
    assert.ok((await value('pool', 'list', '-c', 'Name')).split('\n').includes(pool))
    await ok(osc('messaging', 'pool', 'update', '--pool_options', '{"max_retry_sleep": 1}', pool))
    assert.equal(await value('pool', 'show', pool, '-c', 'Weight', '-c', 'URI'), `0\n${STORAGE}`)
    const listed = asArray(decodeJson(await ok(osc('messaging', 'pool', 'list', '--detailed', '-f', 'json'))))
    const options = listed.map(asObject).find(({Name}) => Name === pool)?.Options
    assert.deepEqual(options, {max_retry_sleep: 1})
  })

  it('creates, lists, changes and shows a flavor', async () => {
    later('messaging', 'flavor', 'delete', flavor)
    await ok(osc('messaging', 'flavor', 'create', '--pool_list', pool, flavor))
    assert.ok((await value('flavor', 'list', '-c', 'Name')).split('\n').includes(flavor))
    await ok(osc('messaging', 'flavor', 'update', '--pool_list', pool, flavor))
    assert.match(await value('flavor', 'show', flavor, '-c', 'Pool list'), new RegExp(pool))
    await fails(4, osc('messaging', 'flavor', 'show', uniqueName('none')))
  })
})
