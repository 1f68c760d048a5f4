import assert from 'node:assert/strict'
import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, it} from 'mocha'
import {swiftCloud} from './support/swift-cloud.ts'

describe('container save', function () {
  this.timeout(20_000)
  const {cloud, ok, fails} = swiftCloud()
  const file = (...path: string[]) => join(cloud().work, ...path)
  const text = (...path: string[]) => readFileSync(file(...path), 'utf8')
  let [container, count] = ['', 0]
  const put = async (...names: string[]) => {
    for (const name of names) await ok('object', 'create', container, 'content', '--name', name)
  }
  beforeEach(async () => {
    count += 1
    container = `c${count}`
    writeFileSync(file('content'), 'abc')
    await ok('container', 'create', container)
  })
  const save = (...options: string[]) => ['container', 'save', '--folder', container, ...options, container]

  it('saves every object below the folder', async () => {
    await put('a', 'deep/er/b', 'folder/', '/etc/c', 'line\nend')
    await ok(...save())
    assert.deepEqual(readdirSync(file(container)).sort(), ['a', 'deep', 'etc', 'folder', 'line\nend'])
    assert.deepEqual([text(container, 'deep/er/b'), text(container, 'etc/c')], ['abc', 'abc'])
  })

  it('saves and uploads names of any characters, and of 1,024 bytes', async () => {
    const names = ['line\nend', '100%', '%2F', 'Grüße/日本語', `${'ü'.repeat(100)}/`.repeat(5) + 'x'.repeat(19)]
    assert.equal(Buffer.byteLength(names.at(-1) ?? ''), 1024)
    await put(...names)
    await ok(...save())
    for (const name of names) assert.equal(text(container, name), 'abc')
    await ok('container', 'create', `${container}-copy`)
    await ok('object', 'sync', container, `${container}-copy`)
    const rows = JSON.parse(await ok('object', 'list', `${container}-copy`, '-f', 'json'))
    assert.deepEqual(rows.map(({Name}: {Name: string}) => Name).sort(), names.sort())
  })

  it('fails for a name that the file system does not allow, and saves the others', async () => {
    const long = 'x'.repeat(1024)
    await put(long, 'good')
    assert.match(await fails(1, ...save()), /x cannot be written: the name is too long/)
    assert.deepEqual(readdirSync(file(container)), ['good'])
  })

  it('never leaves the folder, and saves what can be saved', async () => {
    await put('../up', 'a/../../up', './/x/../../up', 'a//b', 'link/out', 'good')
    mkdirSync(file(container))
    mkdirSync(file('outside'), {recursive: true})
    symlinkSync(file('outside'), file(container, 'link'))
    const message = await fails(1, ...save())
    assert.match(message, /\.\.\/up: Object "\.\.\/up" cannot be saved under its name/)
    assert.match(message, /link is a symbolic link/)
    assert.match(message, /5 of 6 objects failed/)
    assert.match(message, new RegExp(`osc container save --folder ${container} ${container} --skip-existing`))
    assert.deepEqual([existsSync(file('up')), readdirSync(file('outside'))], [false, []])
    assert.deepEqual(readdirSync(file(container)).sort(), ['good', 'link'])
  })

  it('reports an object whose name is a folder of others', async () => {
    await put('a', 'a/b')
    assert.match(await fails(1, ...save('--jobs', '1')), /a is not a folder/)
    assert.equal(text(container, 'a'), 'abc')
  })

  it('neither replaces nor follows what is there, unless asked to', async () => {
    await put('mine', 'new', 'linked')
    mkdirSync(file(container))
    writeFileSync(file(container, 'mine'), 'mine')
    writeFileSync(file('target'), 'target')
    symlinkSync(file('target'), file(container, 'linked'))
    assert.match(await fails(1, ...save()), /mine already exists[\s\S]*2 of 3 objects failed/)
    assert.deepEqual([text(container, 'mine'), text(container, 'new')], ['mine', 'abc'])
    await ok(...save('--skip-existing'))
    assert.equal(text(container, 'mine'), 'mine')
    assert.match(await fails(1, ...save('--overwrite')), /linked exists and is not a regular file/)
    assert.deepEqual([text(container, 'mine'), text('target')], ['abc', 'target'])
  })

  it('leaves no file of what fails, and retries what is named at the end', async () => {
    await put('a', 'b', 'c')
    cloud().sandbox.faults.add(`403:1@GET /object-store/v1/*/${container}/b`)
    const message = await fails(1, ...save())
    cloud().sandbox.faults.clear()
    assert.match(message, /1 of 3 objects failed/)
    assert.deepEqual(readdirSync(file(container)).sort(), ['a', 'c'])
    const [, line = ''] = /Retry: osc (.*)/.exec(message) ?? []
    await ok(...line.trim().split(' '))
    assert.deepEqual(readdirSync(file(container)).sort(), ['a', 'b', 'c'])
  })

  it('continues a download that breaks halfway', async () => {
    await put('a')
    cloud().sandbox.faults.add(`truncate:1@GET /object-store/v1/*/${container}/a`)
    await ok(...save())
    assert.equal(text(container, 'a'), 'abc')
  })

  it('refuses content that does not match the ETag', async () => {
    await put('a')
    const data = cloud().sandbox.cloud.store.collection('object-store/data')
    const {in: place} = cloud().sandbox.cloud.store.collection('object-store/objects').find({name: 'a'}).at(-1) ?? {}
    data.put(`${place}/a`, {base64: Buffer.from('xyz').toString('base64')})
    assert.match(await fails(1, ...save()), /the md5 checksum is .* expected 900150983cd24fb0d6963f7d28e17f72/)
    assert.deepEqual(readdirSync(file(container)), [])
  })
})
