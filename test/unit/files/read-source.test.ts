import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {collectLimited, TooLargeError} from '#files/read-limited'
import {readSource, readText} from '#files/read-source'

describe('reading a file that a command line names', () => {
  let folder = ''
  const files: Record<string, Buffer> = {
    utf8: Buffer.from('café\n'),
    marked: Buffer.from('\ufeffcafé'),
    latin1: Buffer.from('café', 'latin1'),
    utf16le: Buffer.from('\ufeffcafé', 'utf16le'),
    utf16be: Buffer.from('\ufeffcafé', 'utf16le').swap16(),
    empty: Buffer.alloc(0),
  }
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'osc-read-source-'))
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  })
  after(() => rmSync(folder, {recursive: true}))

  for (const [name, text] of Object.entries({utf8: 'café\n', marked: 'café', empty: ''}))
    it(`reads the text of ${name}`, async () => assert.equal(await readText(name, {cwd: folder}), text))

  const refused: [string, RegExp][] = [
    ['latin1', /^latin1: not UTF-8 text\.$/],
    ['utf16le', /^utf16le: UTF-16 text, not UTF-8\.$/],
    ['utf16be', /^utf16be: UTF-16 text, not UTF-8\.$/],
    ['missing', /^File missing cannot be read: /],
    ['.', /^File \. cannot be read: /],
    ['/dev/zero', /^File \/dev\/zero cannot be read: it is larger than 64 MiB\.$/],
  ]
  for (const [name, message] of refused)
    it(`rejects the text of ${name}`, () => assert.rejects(readText(name, {cwd: folder}), {message, exitCode: 2}))

  it('returns bytes unchanged', async () => {
    for (const [name, content] of Object.entries(files))
      assert.deepEqual(await readSource(name, {cwd: folder}), content)
  })
})

describe('reading a stream', () => {
  const pieces = (sizes: readonly number[]) => Readable.from(sizes.map((size) => Buffer.alloc(size)))

  it('returns all of it', async () => assert.equal((await collectLimited(pieces([3, 2 ** 20 - 3]), 1)).length, 2 ** 20))

  it('ends as soon as the limit is exceeded', async () =>
    assert.rejects(collectLimited(pieces([2 ** 20, 1]), 1), TooLargeError))
})
