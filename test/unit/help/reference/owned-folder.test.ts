import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fillFolder} from '#help/reference/owned-folder'

describe('a folder that holds what it was made to hold', () => {
  let root: string
  let folder: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'osc-reference-'))
    folder = join(root, 'deep/er')
  })
  afterEach(() => rmSync(root, {recursive: true}))

  const fill = (files: Record<string, string>, beside = false) =>
    fillFolder(folder, new Map(Object.entries(files)), {beside})
  const names = () => readdirSync(folder).sort()
  const text = (name: string) => readFileSync(join(folder, name), 'utf8')
  const put = (name: string, content: string) => writeFileSync(join(folder, name), content)
  const LIST = '.osc-docs.json'

  it('loses only pages that no longer exist', () => {
    assert.deepEqual(fill({'a.md': '1', 'b.md': '2'}), {written: 2, unchanged: 0, removed: 0})
    assert.deepEqual(fill({'a.md': '1', 'c.md': '3'}), {written: 1, unchanged: 1, removed: 1})
    assert.deepEqual(names(), [LIST, 'a.md', 'c.md'])
    assert.deepEqual(JSON.parse(text(LIST)), {files: ['a.md', 'c.md']})
  })

  it('is refused while it holds files of other people, and nothing is changed', () => {
    mkdirSync(folder, {recursive: true})
    put('mine.txt', 'mine')
    assert.throws(() => fill({'a.md': '1'}), /deep\/er contains files that do not belong to a reference: mine\.txt\./)
    assert.deepEqual(names(), ['mine.txt'])
  })

  it('keeps other files with --force', () => {
    mkdirSync(folder, {recursive: true})
    put('mine.txt', 'mine')
    fill({'a.md': '1'}, true)
    fill({}, true)
    assert.deepEqual([names(), text('mine.txt')], [[LIST, 'mine.txt'], 'mine'])
  })

  it('is refused when a file came later', () => {
    fill({'a.md': '1'})
    put('mine.txt', 'mine')
    put('more.txt', 'mine')
    assert.throws(() => fill({'a.md': '2'}), /mine\.txt and 1 more/)
    assert.equal(text('a.md'), '1')
  })

  it('rewrites pages that were changed', () => {
    fill({'a.md': '1'})
    put('a.md', 'changed')
    assert.deepEqual(fill({'a.md': '1'}), {written: 1, unchanged: 0, removed: 0})
    assert.equal(text('a.md'), '1')
  })

  it('recognizes the files of an interrupted run as its own', () => {
    fill({'a.md': '1'})
    put('.osc-docs-0123', 'half of a')
    fill({'b.md': '2'})
    assert.deepEqual(names(), [LIST, 'b.md'])
  })

  it('owns, while it is being filled, also what is not written yet', () => {
    mkdirSync(join(folder, 'b.md'), {recursive: true})
    assert.throws(() => fill({'a.md': '1', 'b.md': '2'}, true), /EISDIR|ENOTEMPTY|EEXIST/)
    assert.deepEqual(JSON.parse(text(LIST)), {files: ['a.md', 'b.md']})
    assert.deepEqual(names(), [LIST, 'a.md', 'b.md'])
  })

  it('removes nothing outside, whatever its list says', () => {
    fill({'a.md': '1'})
    writeFileSync(join(root, 'outside'), 'x')
    put(LIST, JSON.stringify({files: ['../../outside', '/etc/passwd', '..', '', 7, 'a.md']}))
    assert.deepEqual(fill({}), {written: 0, unchanged: 0, removed: 1})
    assert.equal(readFileSync(join(root, 'outside'), 'utf8'), 'x')
  })

  it('takes all files for those of other people when its list is damaged', () => {
    fill({'a.md': '1'})
    put(LIST, '{"files": ')
    assert.throws(() => fill({'a.md': '2'}), /contains files that do not belong to a reference: a\.md/)
  })

  it('replaces a link instead of writing through it', () => {
    writeFileSync(join(root, 'outside'), 'x')
    fill({'a.md': '1'})
    rmSync(join(folder, 'a.md'))
    symlinkSync(join(root, 'outside'), join(folder, 'a.md'))
    fill({'a.md': '2'})
    assert.deepEqual([text('a.md'), readFileSync(join(root, 'outside'), 'utf8')], ['2', 'x'])
  })
})
