import assert from 'node:assert/strict'
import {existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ConflictError, OscError} from '@osc-cli/core'
import {afterEach, beforeEach, describe, it} from 'mocha'
import {type Existing, localPath, Places} from '../../src/local-path.ts'

describe('the path of an object', () => {
  for (const [name, path] of [
    ['a', 'a'],
    ['a/b', 'a/b'],
    ['//etc/c', 'etc/c'],
    ['a/', 'a/'],
    ['..a/.b/...', '..a/.b/...'],
  ] as const)
    it(`of ${name} is ${path}`, () => assert.equal(localPath(name), path))

  for (const name of ['..', '/..', 'a/..', '../a', 'a/./b', '.', 'a//b', '/', 'a\0b'])
    it(`does not exist for ${JSON.stringify(name)}`, () => assert.throws(() => localPath(name), OscError))
})

describe('places for downloads', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'osc-places-'))
  })
  afterEach(() => rmSync(folder, {recursive: true}))

  it('are given back when the download fails', () => {
    const place = new Places(folder, 'fail').reserve('a/b')
    assert.equal(place?.file, join(folder, 'a/b'))
    assert.ok(existsSync(join(folder, 'a/b')))
    place.release()
    assert.deepEqual(readdirSync(join(folder, 'a')), [])
  })

  it('keep an existing file when the download fails', () => {
    writeFileSync(join(folder, 'a'), '')
    new Places(folder, 'overwrite').reserve('a')?.release()
    assert.deepEqual(readdirSync(folder), ['a'])
  })

  // As two names that differ in case only, where the file system does not tell them apart.
  for (const existing of ['fail', 'skip', 'overwrite'] satisfies Existing[])
    it(`are given once, with ${existing}`, () => {
      const places = new Places(folder, existing)
      const place = places.reserve('a')
      assert.throws(() => places.reserve('a'), ConflictError)
      writeFileSync(join(folder, 'part'), 'content')
      renameSync(join(folder, 'part'), join(folder, 'a'))
      place?.keep()
      assert.throws(() => places.reserve('a'), /the file of another object/)
    })
})
