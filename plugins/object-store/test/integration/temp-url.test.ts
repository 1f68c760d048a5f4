import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks, needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'

describe('object tempurl', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const container = uniqueName('tempurl')
  const NAME = 'Grüße/100% a'
  const url = async (...argv: string[]) => (await ok(osc('object', 'tempurl', ...argv))).trim()
  const fetched = async (address: string) => {
    const answer = await fetch(address)
    return [answer.status, await answer.text()]
  }
  before(async function () {
    await needs(this, 'object-store')
    writeFileSync(join(osc.place.work, 'content'), 'abc')
    later('container', 'delete', '--recursive', container)
    await ok(osc('container', 'create', container))
    await ok(osc('object', 'create', '--name', NAME, container, 'content'))
  })

  it('needs a key, which it creates on request', async () => {
    assert.match(await fails(1, osc('object', 'tempurl', container, NAME)), /do not have a key/)
    assert.deepEqual(await fetched(await url('--create-key', container, NAME)), [200, 'abc'])
  })

  it('is accepted with every digest, in ISO 8601, for a range and for a prefix', async () => {
    for (const digest of ['sha1', 'sha256', 'sha512'])
      assert.deepEqual(await fetched(await url('--digest', digest, '--iso8601', container, NAME)), [200, 'abc'])
    assert.equal((await fetched(await url('--ip-range', '192.0.2.1', container, NAME)))[0], 401)
    const prefix = new URL(await url('--prefix-based', container, 'Grüße/'))
    prefix.pathname = `${prefix.pathname}${encodeURIComponent('100% a')}`
    assert.deepEqual(await fetched(String(prefix)), [200, 'abc'])
  })

  it('uploads', async function () {
    lacks(this, 'swift-urls')
    const address = await url('--method', 'PUT', '--expires', '5m', container, 'new')
    assert.equal((await fetch(address, {method: 'PUT', body: 'new'})).status, 201)
    assert.equal(await ok(osc('object', 'save', '--file', '-', container, 'new')), 'new')
    assert.equal((await fetched(address))[0], 401)
  })
})
