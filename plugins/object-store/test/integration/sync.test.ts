import assert from 'node:assert/strict'
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'

describe('a folder and a container', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const container = uniqueName('container')
  const file = (...path: string[]) => join(osc.place.work, 'folder', ...path)
  const sync = async (...options: string[]) => {
    const rows: {Action: string; Name: string}[] = JSON.parse(
      await ok(osc('object', 'sync', ...options, 'folder', container, '-f', 'json')),
    )
    return rows.map(({Action, Name}) => `${Action} ${Name}`).sort()
  }
  const objects = async () =>
    asArray((await api('object-store', 'GET', `/${container}`)).body).map((object) => asObject(object).name)

  before(async function () {
    await needs(this, 'object-store')
    mkdirSync(file('deep'), {recursive: true})
    writeFileSync(file('a'), '1')
    writeFileSync(file('deep', 'Grüße 100%'), '2')
    later('container', 'delete', '--recursive', container)
    await ok(osc('container', 'create', container))
  })

  const both = ['create a', 'create deep/Grüße 100%']

  it('are compared without a change in a dry run', async () => {
    assert.deepEqual(await sync('--dry-run'), both)
    assert.deepEqual(await objects(), [])
  })

  it('are synchronized up, and only what differs', async () => {
    assert.deepEqual(await sync(), both)
    assert.deepEqual(await objects(), ['a', 'deep/Grüße 100%'])
    assert.deepEqual(await sync(), [])
    // The size is the same, so that only the checksum differs.
    writeFileSync(file('a'), '3')
    assert.deepEqual(await sync(), ['replace a'])
    assert.equal((await api('object-store', 'GET', `/${container}/a`)).body, 3)
  })

  it('keep surplus objects until their deletion is requested', async () => {
    rmSync(file('deep', 'Grüße 100%'))
    assert.deepEqual(await sync(), [])
    assert.deepEqual(await sync('--delete', '--dry-run'), ['delete deep/Grüße 100%'])
    assert.deepEqual(await objects(), ['a', 'deep/Grüße 100%'])
    assert.deepEqual(await sync('--delete'), ['delete deep/Grüße 100%'])
    assert.deepEqual(await objects(), ['a'])
  })

  it('are synchronized down', async () => {
    writeFileSync(file('a'), '4')
    writeFileSync(file('surplus'), '5')
    assert.deepEqual(await sync('--download', '--dry-run', '--delete'), ['delete surplus', 'replace a'])
    assert.deepEqual(await sync('--download'), ['replace a'])
    assert.equal(readFileSync(file('a'), 'utf8'), '3')
    assert.deepEqual(await sync('--download', '--delete'), ['delete surplus'])
    assert.deepEqual([existsSync(file('surplus')), await objects()], [false, ['a']])
  })
})
