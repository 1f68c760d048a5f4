import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {before, describe, it} from 'mocha'
import {swiftCloud} from './support/swift-cloud.ts'

const md5 = (content: string) => createHash('md5').update(content).digest('hex')

describe('object', function () {
  this.timeout(20_000)
  const {cloud, ok, json, names, fails} = swiftCloud()
  const file = (...path: string[]) => join(cloud().work, ...path)
  const text = (...path: string[]) => readFileSync(file(...path), 'utf8')
  before(async () => {
    writeFileSync(file('a.txt'), 'abc')
    writeFileSync(file('empty'), '')
    mkdirSync(file('album/2026'), {recursive: true})
    for (const name of ['one', '2026/two', '2026/three']) writeFileSync(file('album', name), name)
    symlinkSync('one', file('album/link'))
    symlinkSync('/', file('album/elsewhere'))
    await ok('container', 'create', 'c', 'd')
  })

  it('is uploaded with its checksum', async () => {
    const rows = await json('object', 'create', 'c', 'a.txt', './empty')
    assert.deepEqual(rows, [
      {object: 'a.txt', container: 'c', etag: md5('abc')},
      {object: 'empty', container: 'c', etag: md5('')},
    ])
    const {account, 'last-modified': time, ...shown} = await json('object', 'show', 'c', 'a.txt')
    assert.match(account, /^AUTH_/)
    assert.match(time, /GMT$/)
    const expected = {container: 'c', object: 'a.txt', 'content-length': '3', etag: md5('abc')}
    assert.deepEqual(shown, {...expected, 'content-type': 'application/octet-stream'})
  })

  it('is not proposed to be shown when its file exists', async () => {
    writeFileSync(file('my file'), 'mine')
    for (const name of ['a.txt', 'my file']) {
      assert.match(await fails(5, 'object', 'save', 'c', 'a.txt', '--file', name), /already exists/)
      const why = await ok('why')
      assert.match(why, /exists on this machine/)
      assert.doesNotMatch(why, /object show|OBJECT/)
    }
  })

  it('is named as a path, not as an option, in the line to retry', async () => {
    const message = await fails(1, 'object', 'create', 'c', '--', '-x', 'missing')
    assert.match(message, /Retry: osc object create c \.\/-x missing/)
  })

  it('is uploaded from standard input', async () => {
    const {status, stderr} = await cloud().run(['object', 'create', 'c', '-', '--name', 'piped'], {
      stdin: 'from a pipe',
    })
    assert.equal(status, 0, stderr)
    assert.equal(await ok('object', 'save', '--file', '-', 'c', 'piped'), 'from a pipe')
  })

  it('is replaced, unless existing objects are to be kept', async () => {
    await ok('object', 'create', 'c', 'a.txt', '--name', 'twice')
    assert.deepEqual(await json('object', 'create', 'c', 'empty', '--name', 'twice', '--skip-existing'), [])
    assert.equal((await json('object', 'show', 'c', 'twice')).etag, md5('abc'))
    await ok('object', 'create', 'c', 'empty', '--name', 'twice')
    assert.equal((await json('object', 'show', 'c', 'twice')).etag, md5(''))
  })

  it('is uploaded with a whole folder, links to files included', async () => {
    const {stderr} = await cloud().osc('object', 'create', '-r', 'd', 'album/')
    assert.match(stderr, /Skipped album\/elsewhere: not a regular file/)
    const all = ['album/2026/three', 'album/2026/two', 'album/link', 'album/one']
    assert.deepEqual(await names('object', 'list', 'd'), all)
    await ok('object', 'create', '-r', 'd', 'album', '--name', 'new/')
    assert.deepEqual(
      await names('object', 'list', 'd', '--prefix', 'new/'),
      all.map((name) => name.replace('album', 'new')),
    )
  })

  it('is listed by levels, pages and with its columns', async () => {
    assert.deepEqual(await names('object', 'list', 'd', '--delimiter', '/'), ['album/', 'new/'])
    assert.deepEqual(await names('object', 'list', 'd', '--limit', '1', '--marker', 'album/link'), ['album/one'])
    assert.equal((await names('object', 'list', 'd', '--limit', '3', '--all')).length, 8)
    const [row] = await json('object', 'list', 'd', '--long', '--prefix', 'album/one')
    assert.deepEqual(Object.keys(row), ['Name', 'Bytes', 'Hash', 'Content Type', 'Last Modified'])
    assert.deepEqual([row.Bytes, row.Hash], [3, md5('one')])
  })

  it('keeps the other properties when one is set or unset', async () => {
    await ok('object', 'set', 'c', 'a.txt', '--property', 'One=1', '--property', 'my_two=2')
    await ok('object', 'set', 'c', 'a.txt', '--property', 'three=3', '--property', 'ONE=I')
    await ok('object', 'unset', 'c', 'a.txt', '--property', 'my_two')
    assert.deepEqual((await json('object', 'show', 'c', 'a.txt')).properties, {One: 'I', Three: '3'})
  })

  it('is saved under its name, in folders that are created', async () => {
    await ok('object', 'create', 'c', 'a.txt', '--name', 'deep/er/a')
    await ok('object', 'save', 'c', 'deep/er/a')
    assert.equal(text('deep/er/a'), 'abc')
    await ok('object', 'save', 'c', 'deep/er/a', '--file', 'other/a')
    assert.equal(text('other/a'), 'abc')
  })

  it('does not replace a file unless asked to', async () => {
    writeFileSync(file('mine'), 'mine')
    await ok('object', 'create', 'c', 'a.txt', '--name', 'mine')
    for (const line of [
      ['c', 'mine'],
      ['c', 'a.txt', '--file', 'mine'],
    ])
      assert.match(await fails(5, 'object', 'save', ...line), /mine already exists[\s\S]*--overwrite/)
    assert.equal(text('mine'), 'mine')
    await ok('object', 'save', '--overwrite', 'c', 'mine')
    assert.equal(text('mine'), 'abc')
  })

  const odd = [
    'line\nend',
    '100%',
    '%2F',
    'a//b',
    '../up',
    'a/./b',
    'Grüße/日本語',
    ' blank ',
    '?x#y',
    'quote\'"',
    'ü'.repeat(512),
  ]
  for (const name of odd)
    it(`may be called ${JSON.stringify(name).slice(0, 20)}`, async () => {
      const [row] = await json('object', 'create', 'c', 'a.txt', '--name', name)
      assert.equal(row.object, name)
      assert.equal((await json('object', 'show', 'c', name)).object, name)
      assert.ok((await json('object', 'list', 'c')).some(({Name}: {Name: string}) => Name === name))
      assert.equal(await ok('object', 'save', '--file', '-', 'c', name), 'abc')
      await ok('object', 'delete', 'c', name)
      await fails(4, 'object', 'show', 'c', name)
    })

  const wrong: [number, RegExp, string[]][] = [
    [4, /No container 'none' exists/, ['create', 'none', 'a.txt']],
    [2, /none\.txt cannot be read: no such file/, ['create', 'c', 'none.txt']],
    [2, /album is a folder[\s\S]*--recursive/, ['create', 'c', 'album']],
    [2, /'\.\.\/x' leads to another folder/, ['create', 'c', '../x']],
    [2, /several files/, ['create', 'c', 'a.txt', 'empty', '--name', 'x']],
    [2, /does not have a name/, ['create', 'c', '-']],
    [2, /empty/, ['create', 'c', 'a.txt', '--name', '']],
    [1, /length of 1025 longer than 1024/, ['create', 'c', 'a.txt', '--name', 'x'.repeat(1025)]],
    [2, /number of bytes, got '1X'/, ['create', 'c', 'a.txt', '--segment-size', '1X']],
    [4, /No object 'none' in container 'c' exists/, ['show', 'c', 'none']],
    [4, /No object 'none' in container 'c' exists/, ['save', 'c', 'none']],
    [4, /No object 'none' in container 'c' exists/, ['set', 'c', 'none', '--property', 'a=b']],
    [4, /No object 'none' in container 'c' exists/, ['delete', 'c', 'none']],
    [4, /No container 'none' exists/, ['list', 'none']],
    [4, /No container 'none' exists/, ['save', '--file', '-', 'none', 'a.txt']],
    [4, /No container 'none' exists/, ['delete', 'none', 'a.txt']],
    [1, /"\.\.\/x" cannot be saved under its name/, ['save', 'c', '../x']],
    [2, /not a regular file/, ['save', 'c', 'a.txt', '--file', 'album', '--overwrite']],
  ]
  for (const [status, message, argv] of wrong)
    it(`ends ${argv.join(' ').slice(0, 50)} with ${status}`, async () =>
      assert.match(await fails(status, 'object', ...argv), message))

  it('does not list a container that does not exist', async () => {
    await fails(4, 'object', 'show', 'none', 'a.txt')
    const why = await ok('why')
    assert.match(why, /container list/)
    assert.doesNotMatch(why, /object list/)
  })

  it('leaves no file of a failed download', () => assert.ok(!existsSync(file('none'))))

  it('is deleted; the number of failures is reported', async () => {
    assert.match(await fails(1, 'object', 'delete', 'c', 'mine', 'none'), /1 of 2 failed/)
    await fails(4, 'object', 'show', 'c', 'mine')
  })
})
