import assert from 'node:assert/strict'
import {createHash, randomBytes} from 'node:crypto'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'

describe('containers and objects', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const container = uniqueName('container')
  const file = (...path: string[]) => join(osc.place.work, ...path)
  const json = async (...line: string[]) => JSON.parse(await ok(osc(...line, '-f', 'json')))
  const stored = async (path: string) => (await api('object-store', 'GET', `/${container}${path}`)).body
  before(async function () {
    await needs(this, 'object-store')
    mkdirSync(file('album/deep'), {recursive: true})
    writeFileSync(file('album/one'), '1')
    writeFileSync(file('album/deep/100% Grüße'), '2')
    writeFileSync(file('large'), randomBytes(2 ** 20 + 1))
  })

  it('are created with what a folder has', async () => {
    later('container', 'delete', '--recursive', `${container}_segments`)
    later('container', 'delete', '--recursive', container)
    await ok(osc('container', 'create', container))
    await ok(osc('object', 'create', '--recursive', container, 'album'))
    assert.deepEqual(
      asArray(await stored('')).map((object) => asObject(object).name),
      ['album/deep/100% Grüße', 'album/one'],
    )
    assert.equal(await stored('/album/deep/100%25%20Gr%C3%BC%C3%9Fe'), 2)
  })

  it('keep properties', async () => {
    await ok(osc('container', 'set', container, '--property', 'owner=me'))
    assert.deepEqual((await json('container', 'show', container)).properties, {Owner: 'me'})
    await ok(osc('object', 'set', container, 'album/one', '--property', 'a=1', '--property', 'b=ü'))
    await ok(osc('object', 'set', container, 'album/one', '--property', 'c=3'))
    await ok(osc('object', 'unset', container, 'album/one', '--property', 'a'))
    assert.deepEqual((await json('object', 'show', container, 'album/one')).properties, {B: 'ü', C: '3'})
  })

  it('are large in segments, and verified', async () => {
    await ok(osc('object', 'create', container, 'large', '--segment-size', '256K'))
    const segments = await json('object', 'list', `${container}_segments`, '--long')
    assert.equal(segments.length, 5)
    const digest = createHash('md5')
      .update(segments.map(({Hash}: {Hash: string}) => Hash).join(''))
      .digest('hex')
    assert.equal((await json('object', 'show', container, 'large')).etag, `"${digest}"`)
    await ok(osc('object', 'create', container, 'large', '--segment-size', '256K'))
    assert.equal((await json('object', 'list', `${container}_segments`)).length, 5)
  })

  it('are saved into a folder, and not replaced there', async () => {
    await ok(osc('container', 'save', '--folder', 'saved', container))
    for (const name of ['album/one', 'album/deep/100% Grüße', 'large'])
      assert.deepEqual(readFileSync(file('saved', name)), readFileSync(file(name)))
    assert.match(await fails(1, osc('container', 'save', '--folder', 'saved', container)), /3 of 3 objects failed/)
  })

  it('are deleted, with segments and all', async () => {
    assert.match(await fails(5, osc('container', 'delete', container)), /still has objects/)
    await ok(osc('object', 'delete', '--segments', container, 'large'))
    assert.deepEqual(await json('object', 'list', `${container}_segments`), [])
    await ok(osc('container', 'delete', '--recursive', container))
    await fails(4, osc('container', 'show', container))
  })
})
