import assert from 'node:assert/strict'
import {existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {before, describe, it} from 'mocha'
import {swiftCloud} from './support/swift-cloud.ts'

describe('object sync', function () {
  this.timeout(20_000)
  const {cloud, ok, json, names, fails} = swiftCloud()
  const file = (...path: string[]) => join(cloud().work, ...path)
  const changes = async (...options: string[]) =>
    (await json('object', 'sync', ...options)).map(({Action, Name}: Record<string, string>) => `${Action} ${Name}`)
  before(async () => {
    mkdirSync(file('f/sub'), {recursive: true})
    for (const name of ['same', 'other', 'sub/new']) writeFileSync(file('f', name), name)
    await ok('container', 'create', 'c')
    for (const name of ['same', 'gone']) await ok('object', 'create', 'c', 'f/same', '--name', name)
    await ok('object', 'create', 'c', 'f/same', '--name', 'other')
  })
  const up = ['replace other', 'create sub/new']

  it('lists the changes without making them', async () => {
    assert.deepEqual(await changes('--dry-run', 'f', 'c'), up)
    assert.deepEqual(await changes('--dry-run', '--delete', 'f', 'c'), [...up, 'delete gone'])
    assert.deepEqual(await names('object', 'list', 'c'), ['gone', 'other', 'same'])
  })

  it('does not delete after a failure', async () => {
    cloud().sandbox.faults.add('403:1@PUT /object-store/v1/*/other')
    const message = await fails(1, 'object', 'sync', '--delete', 'f', 'c')
    cloud().sandbox.faults.clear()
    assert.match(message, /1 of 3 objects failed[\s\S]*Retry: osc object sync --delete f c/)
    assert.deepEqual(await names('object', 'list', 'c'), ['gone', 'other', 'same', 'sub/new'])
  })

  it('uploads what differs, and deletes on request', async () => {
    assert.deepEqual(await changes('f', 'c'), ['replace other'])
    assert.deepEqual(await changes('--delete', 'f', 'c'), ['delete gone'])
    assert.deepEqual(await changes('--delete', 'f', 'c'), [])
  })

  it('downloads what differs, and deletes on request', async () => {
    writeFileSync(file('f/same'), 'SAME')
    writeFileSync(file('f/extra'), '')
    assert.deepEqual(await changes('--download', '--dry-run', '--delete', 'f', 'c'), ['replace same', 'delete extra'])
    assert.deepEqual(await changes('--download', 'f', 'c'), ['replace same'])
    assert.equal(readFileSync(file('f/same'), 'utf8'), 'same')
    assert.deepEqual(await changes('--download', '--delete', 'f', 'c'), ['delete extra'])
    assert.ok(!existsSync(file('f/extra')))
    assert.equal((await changes('--download', 'new/folder', 'c')).length, 3)
    assert.equal(readFileSync(file('new/folder/sub/new'), 'utf8'), 'sub/new')
  })

  it('keeps the object of a link that cannot be read, and the link', async () => {
    await ok('object', 'create', 'c', 'f/same', '--name', 'link')
    symlinkSync('nowhere', file('f/link'))
    assert.match(await fails(1, 'object', 'sync', '--delete', 'f', 'c'), /link cannot be read: no such file/)
    assert.ok((await names('object', 'list', 'c')).includes('link'))
    await ok('object', 'delete', 'c', 'link')
    assert.deepEqual(await changes('--download', '--dry-run', '--delete', 'f', 'c'), [])
    rmSync(file('f/link'))
  })

  it('refuses a folder or container that does not exist', async () => {
    assert.match(await fails(2, 'object', 'sync', 'none', 'c'), /Folder none cannot be read: no such file/)
    assert.match(await fails(4, 'object', 'sync', 'f', 'none'), /No container 'none' exists/)
  })
})
