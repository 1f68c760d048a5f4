import assert from 'node:assert/strict'
import {chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {startSandbox} from '../../src/server/sandbox.ts'
import {openSqliteStore} from '../../src/server/sqlite-store.ts'

describe('the store', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'osc-store-'))
  })
  afterEach(() => rmSync(folder, {recursive: true}))
  const file = () => join(folder, 'state.sqlite')

  it('keeps documents in the order in which they came, whatever is changed later', () => {
    const store = openSqliteStore(':memory:')
    const things = store.collection('x/things')
    for (const id of ['b', 'a', 'c']) things.put(id, {id, odd: id !== 'a', size: null})
    things.put('b', {id: 'b', odd: true, size: 12345678901234567890n.toString()})
    assert.deepEqual(
      things.find().map(({id}) => id),
      ['b', 'a', 'c'],
    )
    assert.deepEqual(
      things.find({odd: true}).map(({id}) => id),
      ['b', 'c'],
    )
    assert.deepEqual(
      things.find({odd: true, size: null}).map(({id}) => id),
      ['c'],
    )
    assert.deepEqual(things.find({size: undefined}).length, 3)
    assert.deepEqual([things.delete('a'), things.delete('a'), things.count()], [true, false, 2])
    assert.equal(store.collection('x/others').get('b'), undefined)
    store.close()
  })

  it('does all of a transaction or nothing, nested ones included', () => {
    const store = openSqliteStore(':memory:')
    const things = store.collection('things')
    const fail = () =>
      store.transaction(() => {
        things.put('a', {})
        store.transaction(() => things.put('b', {}))
        throw new Error('no')
      })
    assert.throws(fail, /no/)
    assert.equal(things.count(), 0)
    store.transaction(() => things.put('a', {}))
    assert.equal(things.count(), 1)
    store.close()
  })

  it('refuses keys that could be anything else', () => {
    const store = openSqliteStore(':memory:')
    assert.throws(() => store.collection('x').find({'a"; DROP': 1}))
    store.close()
  })

  it('belongs to one at a time', async () => {
    const store = openSqliteStore(file())
    assert.throws(() => openSqliteStore(file()), {code: 'SandboxStateInUse'})
    await assert.rejects(startSandbox({services: [], state: file()}), {code: 'SandboxStateInUse'})
    store.close()
    openSqliteStore(file()).close()
  })

  it('says that a file is damaged', () => {
    writeFileSync(file(), 'no database, but long enough to have a header of one'.repeat(100))
    assert.throws(() => openSqliteStore(file()), {code: 'SandboxStateBroken', message: /state\.sqlite is damaged/})
  })

  const foreign: [what: string, write: (file: string) => void][] = [
    ['a text file', (path) => writeFileSync(path, 'precious')],
    [
      'a database of another program',
      (path) => database(path, 'CREATE TABLE documents (a); INSERT INTO documents VALUES (1)'),
    ],
  ]
  for (const [what, write] of foreign) {
    it(`leaves ${what} as it is`, async () => {
      write(file())
      chmodSync(file(), 0o644)
      const before = readFileSync(file())
      for (const fresh of [false, true])
        await assert.rejects(startSandbox({services: [], state: file(), fresh}), {code: 'SandboxStateForeign'})
      assert.deepEqual(readFileSync(file()), before)
      assert.equal(statSync(file()).mode & 0o777, 0o644)
      assert.deepEqual(readdirSync(folder), ['state.sqlite'])
    })
  }

  it('is known as its own after kill -9 at any time: the mark is in the file itself', async () => {
    const sandbox = await startSandbox({services: [], state: file()})
    sandbox.cloud.store.collection('things').put('a', {n: 1})
    const [state, log] = [readFileSync(file()), readFileSync(`${file()}-wal`)]
    await sandbox.close()
    writeFileSync(file(), state)
    writeFileSync(`${file()}-wal`, log)
    const after = await startSandbox({services: [], state: file()})
    assert.deepEqual(after.cloud.store.collection('things').get('a'), {n: 1})
    await after.close()
  })

  it('replaces a damaged state of a sandbox when it starts fresh, and only then', async () => {
    await (await startSandbox({services: [], state: file()})).close()
    const damaged = readFileSync(file()).fill(0xff, 100)
    writeFileSync(file(), damaged)
    await assert.rejects(startSandbox({services: [], state: file()}), {code: 'SandboxStateBroken'})
    assert.deepEqual(readFileSync(file()), damaged)
    const sandbox = await startSandbox({services: [], state: file(), fresh: true})
    assert.equal(sandbox.cloud.store.collection('things').count(), 0)
    assert.equal(statSync(file()).mode & 0o077, 0)
    await sandbox.close()
  })

  it('goes back to a copy; a copy that is none changes nothing', async () => {
    const sandbox = await startSandbox({services: [], state: file()})
    const things = () => sandbox.cloud.store.collection('things')
    things().put('a', {n: 1})
    sandbox.save(join(folder, 'copy'))
    things().put('a', {n: 2})
    writeFileSync(join(folder, 'none'), 'x'.repeat(5000))
    await assert.rejects(sandbox.restore(join(folder, 'none')))
    assert.deepEqual(things().get('a'), {n: 2})
    await sandbox.restore(join(folder, 'copy'))
    assert.deepEqual(things().get('a'), {n: 1})
    const secret = sandbox.cloud.secret('x')
    await sandbox.reset()
    assert.deepEqual([things().count(), sandbox.cloud.secret('x')], [0, secret])
    assert.equal(statSync(file()).mode & 0o077, 0)
    await sandbox.close()
  })

  it('takes the port of last time, or another when that is taken', async () => {
    const first = await startSandbox({services: [], state: file()})
    await first.close()
    const second = await startSandbox({services: [], state: file()})
    assert.equal(second.url, first.url)
    await second.close()
    const port = Number(new URL(first.url).port)
    const thief = await startSandbox({services: [], port})
    await assert.rejects(startSandbox({services: [], port}), {code: 'SandboxPortInUse', message: new RegExp(`${port}`)})
    const third = await startSandbox({services: [], state: file()})
    assert.notEqual(third.url, first.url)
    await Promise.all([third.close(), thief.close()])
  })
})

function database(path: string, statements: string): void {
  const opened = new DatabaseSync(path)
  opened.exec(statements)
  opened.close()
}
