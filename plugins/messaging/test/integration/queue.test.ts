import assert from 'node:assert/strict'
import {asObject, decodeJson} from '@osc-cli/core'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'

// Zaqar answers only with a client ID, which `api` does not send: values are read back by other commands.
describe('messaging queue', () => {
  before(async function () {
    await needs(this, 'messaging')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const queue = uniqueName('queue')
  const value = (...line: string[]) => ok(osc('messaging', ...line, '-f', 'value'))

  it('is created and listed', async () => {
    later('messaging', 'queue', 'delete', queue)
    await ok(osc('messaging', 'queue', 'create', queue))
    assert.ok((await value('queue', 'list')).split('\n').includes(queue))
  })

  it('keeps metadata', async () => {
    await ok(osc('messaging', 'queue', 'set', 'metadata', queue, '{"a": 1}'))
    await ok(osc('messaging', 'queue', 'set', 'metadata', queue, '{"b": 2}'))
    const shown = asObject(decodeJson(await ok(osc('messaging', 'queue', 'get', 'metadata', queue, '-f', 'json'))))
    const {a, b} = asObject(shown.Metadata)
    assert.deepEqual([a, b], [undefined, 2])
  })

  it('lists one message once', async () => {
    await ok(osc('messaging', 'message', 'post', queue, '[{"body": "alone"}]'))
    assert.equal(await value('message', 'list', '--echo', queue, '-c', 'Body'), 'alone')
    await ok(osc('messaging', 'queue', 'purge', queue, '--resource_types', 'messages'))
  })

  it('hands messages to one claim', async () => {
    await ok(osc('messaging', 'message', 'post', queue, '[{"body": "one", "ttl": 300}, {"body": "two"}]'))
    const [id = '', body] = (
      await value('claim', 'create', '--limit', '1', queue, '-c', 'Claim_ID', '-c', 'Messages')
    ).split(' ')
    assert.equal(body, 'one')
    assert.equal(await value('message', 'list', '--echo', queue, '-c', 'Body'), 'two')
    await ok(osc('messaging', 'claim', 'release', queue, id))
    assert.equal(await value('message', 'list', '--echo', queue, '-c', 'Body'), 'one\ntwo')
  })

  it('has subscriptions', async () => {
    const id = await value('subscription', 'create', queue, 'http://127.0.0.1:1/', '300', '-c', 'ID')
    await ok(osc('messaging', 'subscription', 'update', '--ttl', '600', queue, id))
    assert.equal(await value('subscription', 'show', queue, id, '-c', 'TTL'), '600')
    await ok(osc('messaging', 'subscription', 'delete', queue, id))
    await fails(4, osc('messaging', 'subscription', 'show', queue, id))
  })

  it('is purged and deleted', async () => {
    await ok(osc('messaging', 'queue', 'purge', queue))
    assert.equal(await value('message', 'list', '--echo', queue), '')
    await ok(osc('messaging', 'queue', 'delete', queue))
    assert.ok(!(await value('queue', 'list')).split('\n').includes(queue))
  })
})
