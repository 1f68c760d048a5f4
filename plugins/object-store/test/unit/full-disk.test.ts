import assert from 'node:assert/strict'
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fillDisk} from '@osc-cli/core/test/support/full-disk'
import {afterEach, beforeEach, describe, it} from 'mocha'
import {swiftCloud} from './support/swift-cloud.ts'

describe('a full disk', function () {
  this.timeout(60_000)
  const {cloud, ok, fails} = swiftCloud()
  let disk: ReturnType<typeof fillDisk>
  beforeEach(async () => {
    writeFileSync(join(cloud().work, 'content'), 'abc')
    await ok('container', 'create', 'c')
    for (const name of ['a', 'b', 'c']) await ok('object', 'create', 'c', 'content', '--name', name)
    disk = fillDisk()
  })
  afterEach(() => disk.restore())

  const full = /cannot be written: no space left on the device/

  it('ends a download with its reason, and leaves no file', async () => {
    assert.match(await fails(1, 'object', 'save', '--file', 'out/a', 'c', 'a'), full)
    assert.deepEqual(readdirSync(join(cloud().work, 'out')), [])
  })

  it('ends a large download, which another thread writes', async () => {
    disk.restore()
    writeFileSync(join(cloud().work, 'large'), Buffer.alloc(2 ** 20))
    await ok('object', 'create', 'c', 'large')
    disk = fillDisk()
    assert.match(await fails(1, 'object', 'save', '--file', 'out/large', 'c', 'large'), full)
    assert.deepEqual(readdirSync(join(cloud().work, 'out')), [])
  })

  it('ends the download of a container at the first object', async () => {
    const message = await fails(1, 'container', 'save', '--folder', 'saved', '--jobs', '1', 'c')
    assert.equal(message.match(new RegExp(full, 'g'))?.length, 1)
    assert.match(message, /Downloading stopped: 0 objects are complete\.\nRetry: osc container save .*--skip-existing/)
    assert.equal(disk.writes(), 1)
    assert.deepEqual(readdirSync(join(cloud().work, 'saved')), [])
  })

  it('ends a synchronization without deleting anything', async () => {
    disk.restore()
    mkdirSync(join(cloud().work, 'mirror'))
    writeFileSync(join(cloud().work, 'mirror', 'surplus'), '')
    disk = fillDisk()
    const message = await fails(1, 'object', 'sync', '--download', '--delete', 'mirror', 'c')
    assert.equal(message.match(new RegExp(full, 'g'))?.length, 1)
    assert.match(message, /Downloading stopped: 0 objects are complete\.\nRetry: osc object sync/)
    assert.deepEqual(readdirSync(join(cloud().work, 'mirror')), ['surplus'])
  })

  it('of the service fails an upload', async () => {
    cloud().sandbox.faults.add('507@PUT /object-store/v1/*/d')
    const message = await fails(1, 'object', 'create', 'c', 'content', '--name', 'd')
    cloud().sandbox.faults.clear()
    assert.match(message, /HTTP 507/)
  })
})
